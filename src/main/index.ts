import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, powerMonitor } from 'electron'
import { electronKeyVault } from '../adapters/electron-key-vault.ts'
import { openPreferences, UNKEPT_PREFERENCES } from '../adapters/electron-preferences.ts'
import { installationId } from '../adapters/installation.ts'
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
import { ok } from '../contract/result.ts'
import { needsPin } from '../engine/needs-pin.ts'
import { PinGuard } from '../engine/pin-guard.ts'
import { Supervisor } from '../engine/supervisor.ts'
import { chooseDataFolder } from './data-folder.ts'
import { commandHandlers } from './handlers.ts'
import { type Guard, serveCommands } from './ipc.ts'
import { chooseLanguage, languageOf, textIn } from '../text/text.ts'
import { lazyImporter, lazySessions } from './lazy-baileys.ts'
import { Pushes } from './pushes.ts'
import { denyPermissions, PAGE_ORIGIN, registerPageScheme, servePage } from './security.ts'
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from './simulated-whatsapp.ts'
import { startupOptions } from './startup-options.ts'
import { quitOrderly } from './quit.ts'
import { supervisorSettings } from './supervisor-settings.ts'
import { afterPaint, chooseFolder, focusWindow, openWindow } from './window.ts'

/** The composition root: everything Enlace is made of is put together here, in the order in which it starts. */

const WHATSAPP_URL = 'wss://web.whatsapp.com/ws/chat'
const SECOND_MS = 1000
const log = stderrLog
silenceConsole()
surviveDefects(log)
const options = startupOptions(process.argv, process.env, app.isPackaged)

const dataFolder = chooseDataFolder(options.practice)
registerPageScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window) focusWindow(window)
  })
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
  const vault = electronKeyVault()
  const root = join(dataFolder.path, 'organizations')
  const installation = await guarded(() => installationId(dataFolder.path, () => sealerOf(root, vault)), '')

  let simulated: SimulatedWhatsApp | null = null
  if (options.practice && !blocked) {
    try {
      simulated = await startSimulatedWhatsApp(join(dataFolder.path, 'simulated-whatsapp.json'))
    } catch (error) {
      blocked = { code: 'simulator-failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const url = simulated?.url ?? options.whatsappUrl ?? WHATSAPP_URL
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
        testMessage: () => textIn(languageOf(preferences.read(), systemLanguage)).test.message,
      }),
      importer: lazyImporter(root, vault),
      network: tcpNetwork(url),
      log,
    },
    {
      onChange: (organizationId) => pushes.changed(organizationId),
      onRemoved: (organizationId) => pushes.removed(organizationId),
      onNotices: () => pushes.noticesChanged(),
    },
  )
  const pushes = new Pushes(
    {
      all: () => supervisor.views(qrPicture),
      one: (organizationId) => supervisor.view(organizationId, qrPicture),
      notices: () => [...startupNotices, ...supervisor.notices],
      settings: () => {
        const chosen = preferences.chosen()
        return { preferences: chosen, language: languageOf(chosen, systemLanguage), pinSet: pinGuard.isSet }
      },
    },
    log,
  )
  const settle = async () => {
    const { checkInterval, theme } = preferences.read()
    nativeTheme.themeSource = theme
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

  const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const window = openWindow({
    title: 'Enlace',
    size: preferences.read().window,
    devUrl,
    onResized: (size) => preferences.write({ window: size }),
  })
  const environment: Environment = {
    version: app.getVersion(),
    practice: options.practice,
    protection: vault.protection,
    canOpenAtLogin: app.isPackaged,
    dataFolder: dataFolder.path,
    pinFile: pinFile(dataFolder.path),
    blocked,
  }
  const handlers = commandHandlers({
    attach: () => pushes.attach(window, environment),
    supervisor,
    simulated,
    chooseFolder: () => chooseFolder(window),
    setPreferences: (chosen) => {
      const decided = chosen.quarantineDays !== preferences.chosen().quarantineDays
      const kept = preferences.write(chosen)
      if (kept && decided) keepsLongest = false
      pushes.settingsChanged()
      void settle()
      return kept
    },
    setPin: async (pin) => {
      const outcome = await pinGuard.set(pin)
      pushes.settingsChanged()
      return outcome
    },
  })
  const guard: Guard = (name, input, pin) =>
    needsPin(name, input, preferences.chosen()) ? pinGuard.check(pin) : Promise.resolve(ok(null))
  serveCommands(window, devUrl ? new URL(devUrl).origin : PAGE_ORIGIN, handlers, guard, log)

  if (!blocked) {
    afterPaint(window, () => {
      supervisor.restore()
      void settle()
    })
  }
  powerMonitor.on('resume', () => supervisor.nudge())
  powerMonitor.on('unlock-screen', () => supervisor.nudge())
  quitOrderly(async () => {
    await supervisor.end()
    simulated?.end()
  })
}
