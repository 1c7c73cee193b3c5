import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, clipboard, nativeTheme, powerMonitor } from 'electron'
import { electronKeyVault } from '../adapters/electron-key-vault.ts'
import { openPreferences, UNKEPT_PREFERENCES } from '../adapters/electron-preferences.ts'
import { installationId } from '../adapters/installation.ts'
import { journalFile } from '../adapters/journal-file.ts'
import { LogRing } from '../adapters/log-ring.ts'
import { organizationFolders } from '../adapters/organization-folders.ts'
import { NO_PIN, openPin, pinFile } from '../adapters/pin-file.ts'
import { qrPicture } from '../adapters/qr-picture.ts'
import { silenceConsole } from '../adapters/quiet-console.ts'
import { scryptHasher } from '../adapters/scrypt-hasher.ts'
import { surviveDefects } from '../adapters/session-context.ts'
import { sealerOf } from '../adapters/sealer.ts'
import { stderrLog } from '../adapters/stderr-log.ts'
import { syncService } from '../adapters/synced-folder.ts'
import { systemClock } from '../adapters/system-clock.ts'
import { tcpNetwork } from '../adapters/tcp-network.ts'
import type { Environment, Notice } from '../contract/commands.ts'
import type { Preferences } from '../contract/preferences.ts'
import { ok } from '../contract/result.ts'
import { activityOf } from '../engine/activity.ts'
import { Chronicle } from '../engine/chronicle.ts'
import { needsPin } from '../engine/needs-pin.ts'
import { PinGuard } from '../engine/pin-guard.ts'
import { Supervisor } from '../engine/supervisor.ts'
import { chooseDataFolder } from './data-folder.ts'
import { commandHandlers } from './handlers.ts'
import { type Guard, serveCommands } from './ipc.ts'
import { chooseLanguage, languageOf, textIn } from '../text/text.ts'
import { lazyImporter, lazySessions } from './lazy-baileys.ts'
import { wasOpenedAtLogin } from './login-item.ts'
import { Presence } from './presence.ts'
import { Pushes } from './pushes.ts'
import { denyPermissions, PAGE_ORIGIN, registerPageScheme, servePage } from './security.ts'
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from './simulated-whatsapp.ts'
import { HIDDEN_SWITCH, serverAddress, startupOptions } from './startup-options.ts'
import { quitOrderly } from './quit.ts'
import { supervisorSettings } from './supervisor-settings.ts'
import { afterPaint, chooseFolder, openWindow } from './window.ts'

/** The composition root: everything Enlace is made of is put together here, in the order in which it starts. */

const SECOND_MS = 1000
const log = new LogRing(stderrLog)
silenceConsole()
surviveDefects(log)
const options = startupOptions(process.argv, process.env, app.isPackaged)

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
  servePage(join(import.meta.dirname, '../renderer'))
  const systemLanguage = chooseLanguage([app.getLocale(), ...app.getPreferredSystemLanguages()])

  // Whatever stands in the way is said in the window: nothing here may keep it from opening.
  let blocked = dataFolder.problem ?? options.problem
  const guarded = async <T>(work: () => T | Promise<T>, instead: T): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      log.warn('start failed', { error: String(error) })
      blocked ??= { code: 'start-failed', reason: error instanceof Error ? error.message : String(error) }
      return instead
    }
  }

  const startupNotices: Notice[] = []
  const preferences = await guarded(
    () => openPreferences(dataFolder.path, app.getVersion()),
    UNKEPT_PREFERENCES,
  )
  if (preferences.setAside) startupNotices.push({ code: 'preferences-reset', keptAs: preferences.setAside })
  // Not at the very first start, which has lost nothing.
  let keepsLongest = preferences.lost && existsSync(join(dataFolder.path, 'organizations'))
  const openedPin = await guarded(() => openPin(dataFolder.path), NO_PIN)
  if (openedPin.setAside) startupNotices.push({ code: 'pin-reset', keptAs: openedPin.setAside })
  const pinGuard = new PinGuard({ clock: systemClock, hasher: scryptHasher(), ...openedPin }, openedPin.kept)
  const service = syncService(dataFolder.path)
  if (service !== null) startupNotices.push({ code: 'synced-folder', service })
  const language = () => languageOf(preferences.read(), systemLanguage)
  const vault = electronKeyVault()
  const root = join(dataFolder.path, 'organizations')
  const installation = await guarded(() => installationId(dataFolder.path, () => sealerOf(root, vault)), '')

  let simulated: SimulatedWhatsApp | null = null
  if (options.practice && !blocked) {
    try {
      simulated = await startSimulatedWhatsApp(join(dataFolder.path, 'simulated-whatsapp.json'), () =>
        pushes.noticesChanged(),
      )
    } catch (error) {
      blocked = { code: 'simulator-failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const url = serverAddress(options, simulated?.url ?? null)
  const journal = journalFile(join(dataFolder.path, 'activity.db'), log, () => chronicle.restate())
  const chronicle = new Chronicle(systemClock, journal)
  const supervisor = new Supervisor(
    {
      installation,
      clock: systemClock,
      folders: organizationFolders(root),
      sessions: lazySessions({
        root,
        url,
        vault,
        log,
        installation,
        versionFile: join(dataFolder.path, 'whatsapp-version.json'),
        testMessage: () => textIn(language()).test.message,
      }),
      importer: lazyImporter(root, vault),
      network: tcpNetwork(url),
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
  const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const presence = new Presence({
    openWindow: () =>
      openWindow({
        title: 'Enlace',
        size: preferences.read().window,
        devUrl,
        onResized: (size) => preferences.write({ window: size }),
      }),
    preferences,
    organizations: () => supervisor.views(() => ''),
    language,
    practice: options.practice,
    canOpenAtLogin: CAN_OPEN_AT_LOGIN,
    onLoginRefused: () => setPreferences({ ...preferences.chosen(), openAtLogin: false }),
    clock: systemClock,
    log,
  })
  const pushes = new Pushes(
    {
      all: () => supervisor.views(qrPicture),
      one: (organizationId) => supervisor.view(organizationId, qrPicture),
      notices: () => {
        const gone: readonly Notice[] = simulated?.running === false ? [{ code: 'simulator-ended' }] : []
        return [...gone, ...startupNotices, ...supervisor.notices]
      },
      settings: () => {
        return { preferences: preferences.chosen(), language: language(), pinSet: pinGuard.isSet }
      },
    },
    log,
  )
  const setPreferences = (chosen: Preferences): boolean => {
    const decided = chosen.quarantineDays !== preferences.chosen().quarantineDays
    const kept = preferences.write(chosen)
    if (kept && decided) keepsLongest = false
    pushes.settingsChanged()
    void settle()
    return kept
  }
  const settle = async () => {
    const { checkInterval, theme } = preferences.read()
    nativeTheme.themeSource = theme
    presence.settle()
    supervisor.checkEvery(checkInterval === null ? null : checkInterval * SECOND_MS)
    await supervisor.settle(supervisorSettings(preferences.read(), keepsLongest))
  }
  // The window opens in its theme, and a folder that is taken up gets its name, as the person has set them.
  nativeTheme.themeSource = preferences.read().theme
  if (!blocked) {
    await guarded(async () => {
      await supervisor.settle(supervisorSettings(preferences.read(), keepsLongest))
      await supervisor.load()
    }, undefined)
  }

  const environment: Environment = {
    version: app.getVersion(),
    practice: options.practice,
    protection: vault.protection,
    canOpenAtLogin: CAN_OPEN_AT_LOGIN,
    dataFolder: dataFolder.path,
    pinFile: pinFile(dataFolder.path),
    blocked,
  }
  const { window, farewell } = presence
  const handlers = commandHandlers({
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
    simulated,
    chooseFolder: () => chooseFolder(window.current),
    showing: (organizationId) => window.showing(organizationId),
    closeWindow: (how) => farewell.answer(how, () => window.close()),
    setPreferences,
    setPin: async (pin) => {
      const outcome = await pinGuard.set(pin)
      pushes.settingsChanged()
      return outcome
    },
  })
  const guard: Guard = (name, input, pin) =>
    needsPin(name, input, preferences.chosen()) ? pinGuard.check(pin) : Promise.resolve(ok(null))
  serveCommands(() => window.current, devUrl ? new URL(devUrl).origin : PAGE_ORIGIN, handlers, guard, log)

  const run = () => {
    supervisor.restore()
    chronicle.begin(supervisor.views(() => ''))
    void settle()
    void presence.startBackground()
  }
  showWindow = () => void window.show()
  // What stands in the way is seen, also by whoever has only started the computer.
  const hidden = (options.hidden || wasOpenedAtLogin()) && !windowWanted && !blocked
  const opened = hidden ? null : window.show()
  if (!blocked) {
    if (opened) afterPaint(opened, run)
    else run()
  }
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
