import { join } from 'node:path'
import { app, clipboard, nativeTheme, powerMonitor } from 'electron'
import { electronKeyVault } from '../adapters/desktop/electron-key-vault.ts'
import { installationOf } from '../adapters/installation/installation.ts'
import { journalFile } from '../adapters/journal/journal-file.ts'
import { LogRing } from '../adapters/runtime/log-ring.ts'
import { keepDataPrivate } from '../adapters/installation/private-data.ts'
import { sweepFileDrafts } from '../adapters/files/leftovers.ts'
import { organizationFolders } from '../adapters/folders/organization-folders.ts'
import { pinFile } from '../adapters/pin/pin-file.ts'
import { qrPicture } from '../adapters/desktop/qr-picture.ts'
import { silenceConsole } from '../adapters/runtime/quiet-console.ts'
import { surviveDefects } from '../adapters/runtime/session-context.ts'
import { sealerOf } from '../adapters/installation/sealer.ts'
import { stderrLog } from '../adapters/runtime/stderr-log.ts'
import { systemClock } from '../adapters/runtime/system-clock.ts'
import type { Environment, Notice } from '../contract/commands.ts'
import type { Preferences } from '../contract/preferences.ts'
import { ok } from '../contract/result.ts'
import { activityOf } from '../engine/activity/activity.ts'
import { Chronicle } from '../engine/activity/chronicle.ts'
import { needsPin } from '../engine/pin/needs-pin.ts'
import { Supervisor } from '../engine/keeping/supervisor.ts'
import { chooseDataFolder } from './start/data-folder.ts'
import { commandHandlers } from './ipc/handlers.ts'
import { type Guard, type Service, serveCommands } from './ipc/ipc.ts'
import { KeptSettings } from './settings/kept-settings.ts'
import { chooseLanguage, textIn } from '../text/text.ts'
import { lazyImporter, lazySessions } from './start/lazy-baileys.ts'
import { wasOpenedAtLogin } from './background/login-item.ts'
import { Network } from './network/network.ts'
import { Obstacle } from './start/obstacle.ts'
import { practicePasskeys } from './practice/practice-passkeys.ts'
import { passkeysOf } from './passkey/passkeys-of.ts'
import { Presence } from './background/presence.ts'
import { Pushes } from './ipc/pushes.ts'
import {
  denyPermissions,
  fetchNoDictionary,
  PAGE_ORIGIN,
  registerPageScheme,
  servePage,
} from './window/security.ts'
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from './practice/simulated-whatsapp.ts'
import { HIDDEN_SWITCH, isHasty, serverAddress, startupOptions } from './start/startup-options.ts'
import { quitOrderly } from './start/quit.ts'
import { arrange, chooseFolder, openWindow } from './window/window.ts'

/** The composition root: everything Enlace is made of is put together here, in the order in which it starts. */

const SECOND_MS = 1000
const PAINT_MS = 3 * SECOND_MS
const log = new LogRing(stderrLog)
silenceConsole()
surviveDefects(log)
const options = startupOptions(process.argv, process.env, app.isPackaged)

// Whatever anybody makes in this process is its owner's alone.
process.umask(0o077)

/** Practice has preferences of its own, but there is one login. */
const CAN_OPEN_AT_LOGIN = app.isPackaged && !options.practice

const dataFolder = chooseDataFolder(options.practice)
registerPageScheme()

/** Somebody wants to see Enlace; while it starts, that is only noted. */
let windowWanted = false
let showWindow = (): void => {
  windowWanted = true
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    if (!argv.includes(HIDDEN_SWITCH)) showWindow()
  })
  app.on('activate', () => showWindow())
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  denyPermissions()
  fetchNoDictionary()
  servePage(join(import.meta.dirname, '../renderer'))
  const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const hidden = options.hidden || wasOpenedAtLogin()
  // The page loads while everything else is put together; what it asks meanwhile waits.
  const service = Promise.withResolvers<Service>()
  serveCommands(service.promise, devUrl ? new URL(devUrl).origin : PAGE_ORIGIN, log)
  let early = hidden ? null : openWindow('Enlace', devUrl)
  const painted = Promise.withResolvers<void>()
  // The sessions do not depend on a page that never paints.
  setTimeout(painted.resolve, early ? PAINT_MS : 0)

  const obstacle = new Obstacle(dataFolder.problem ?? options.problem, log)
  const systemLanguage = chooseLanguage([app.getLocale(), ...app.getPreferredSystemLanguages()])
  const settings = await KeptSettings.open(dataFolder.path, app.getVersion(), systemLanguage, obstacle)
  const { preferences, pin } = settings
  // The window opens in its theme.
  nativeTheme.themeSource = preferences.read().theme

  const root = join(dataFolder.path, 'organizations')
  const vault = electronKeyVault()
  const installation = await obstacle.past(
    () => installationOf(dataFolder.path, () => sealerOf(root, vault)),
    { id: '', setAside: null },
  )
  const simulated =
    options.practice && !obstacle.problem
      ? await obstacle.past<SimulatedWhatsApp | null>(
          () =>
            startSimulatedWhatsApp(join(dataFolder.path, 'simulated-whatsapp.json'), () =>
              pushes.noticesChanged(),
            ),
          null,
          (reason) => ({ code: 'simulator-failed', reason }),
        )
      : null

  const url = serverAddress(options, simulated?.url ?? null)
  const network = new Network({
    url,
    folder: dataFolder.path,
    vault,
    onNotices: () => pushes.noticesChanged(),
    onSignedIn: () => supervisor.nudge(),
  })
  const sessions = lazySessions({
    root,
    url,
    way: network.way,
    vault,
    log,
    installation: installation.id,
    versionFile: join(dataFolder.path, 'whatsapp-version.json'),
    passkeys: options.practice
      ? practicePasskeys(simulated)
      : passkeysOf({
          folder: join(dataFolder.path, 'passkey'),
          wanted: options.passkeyWays,
          words: () => ({ language: settings.language, ...textIn(settings.language).passkeyWindow }),
          parent: () => presence.window.current,
        }),
    testMessage: () => textIn(settings.language).test.message,
  })
  const journal = journalFile(join(dataFolder.path, 'activity.db'), log, () => chronicle.restate())
  const chronicle = new Chronicle(systemClock, journal)
  const supervisor = new Supervisor(
    {
      installation: installation.id,
      clock: systemClock,
      folders: organizationFolders(root),
      sessions,
      importer: lazyImporter(root, vault),
      network: network.port,
      log,
    },
    {
      onChange: (organizationId) => {
        const view = supervisor.view(organizationId, () => '')
        if (view) chronicle.saw(view)
        pushes.changed(organizationId)
        presence.changed()
      },
      onRemoved: (organizationId) => {
        chronicle.removed(organizationId)
        pushes.removed(organizationId)
        presence.changed()
      },
      onNotices: () => pushes.noticesChanged(),
    },
  )
  const presence = new Presence({
    openWindow: () => {
      const window = early && !early.isDestroyed() ? early : openWindow('Enlace', devUrl)
      early = null
      return arrange(window, {
        size: preferences.read().window,
        onResized: (size) => preferences.write({ window: size }),
      })
    },
    preferences,
    organizations: () => supervisor.views(() => ''),
    language: () => settings.language,
    practice: options.practice,
    canOpenAtLogin: CAN_OPEN_AT_LOGIN,
    onLoginRefused: () => choose({ ...preferences.chosen(), openAtLogin: false }),
    clock: systemClock,
    log,
  })
  const pushes = new Pushes(
    {
      ids: () => supervisor.ids,
      one: (organizationId) => supervisor.view(organizationId, qrPicture),
      notices: () => {
        const gone: readonly Notice[] = simulated?.running === false ? [{ code: 'simulator-ended' }] : []
        const { setAside: keptAs } = installation
        const named: readonly Notice[] = keptAs ? [{ code: 'installation-reset', keptAs }] : []
        return [...gone, ...named, ...network.notices, ...settings.notices, ...supervisor.notices]
      },
      settings: () => settings.shown,
    },
    log,
  )
  const choose = (chosen: Preferences): boolean => {
    const kept = settings.choose(chosen)
    pushes.settingsChanged()
    void settle()
    return kept
  }
  const settle = async () => {
    const { checkInterval, theme } = preferences.read()
    nativeTheme.themeSource = theme
    presence.settle()
    supervisor.checkEvery(checkInterval === null ? null : checkInterval * SECOND_MS)
    await supervisor.settle({ ...settings.forEngine, hasty: isHasty(options, process.env) })
  }
  if (!obstacle.problem) {
    await obstacle.past(async () => {
      // First, so that a folder that is taken up gets its name, and nothing goes too early, as the person has set it.
      await supervisor.settle({ ...settings.forEngine, hasty: isHasty(options, process.env) })
      await supervisor.load()
    }, undefined)
  }

  const blocked = obstacle.problem
  const environment: Environment = {
    version: app.getVersion(),
    practice: options.practice,
    protection: vault.protection,
    canOpenAtLogin: CAN_OPEN_AT_LOGIN,
    country: app.getLocaleCountryCode() || null,
    dataFolder: dataFolder.path,
    pinFile: pinFile(dataFolder.path),
    blocked,
  }
  const { window, farewell } = presence
  const handlers = commandHandlers({
    painted: painted.resolve,
    attach: () => {
      window.attached()
      return pushes.attach(window.current, environment)
    },
    activity: (organizationId, range, most) => {
      chronicle.settle()
      return activityOf(journal, organizationId, range, most, systemClock.now())
    },
    logOf: (sessionName) => log.about(sessionName),
    copyText: (words) => clipboard.writeText(words),
    supervisor,
    network,
    onCreated: sessions.warm,
    simulated,
    chooseFolder: () => chooseFolder(window.current),
    showing: (organizationId) => window.showing(organizationId),
    closeWindow: (how) => farewell.answer(how, () => window.close()),
    setPreferences: choose,
    lessonDone: (lesson) => {
      const kept = settings.lessonDone(lesson)
      pushes.settingsChanged()
      return kept
    },
    setPin: async (typed) => {
      const outcome = await pin.set(typed)
      pushes.settingsChanged()
      return outcome
    },
  })
  const guard: Guard = (name, input, typed) =>
    needsPin(name, input, preferences.chosen()) ? pin.check(typed) : Promise.resolve(ok(null))

  showWindow = () => void window.show()
  // What stands in the way is seen, also by whoever has only started the computer.
  if (!hidden || windowWanted || blocked) window.show()
  service.resolve({ window: () => window.current, handlers, guard })
  const run = () => {
    void keepDataPrivate(dataFolder.path, root)
    void sweepFileDrafts(dataFolder.path)
    supervisor.restore()
    chronicle.begin(supervisor.views(() => ''))
    if (supervisor.views(() => '').length > 0) sessions.warm()
    void settle()
    void presence.startBackground()
  }
  if (!blocked) void painted.promise.then(run)
  powerMonitor.on('resume', () => {
    presence.awoken()
    supervisor.nudge()
  })
  powerMonitor.on('unlock-screen', () => supervisor.nudge())
  quitOrderly(
    () => presence.runsOn,
    async () => {
      presence.end()
      chronicle.end()
      await supervisor.end()
      simulated?.end()
    },
  )
}
