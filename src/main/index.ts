import { join, resolve } from 'node:path'
import { app, BrowserWindow, powerMonitor } from 'electron'
import { electronKeyVault } from '../adapters/electron-key-vault.ts'
import { openPreferences } from '../adapters/electron-preferences.ts'
import { installationId } from '../adapters/installation.ts'
import { organizationFolders } from '../adapters/organization-folders.ts'
import { qrPicture } from '../adapters/qr-picture.ts'
import { silenceConsole } from '../adapters/quiet-console.ts'
import { surviveDefects } from '../adapters/session-context.ts'
import { stderrLog } from '../adapters/stderr-log.ts'
import { syncService } from '../adapters/synced-folder.ts'
import { systemClock } from '../adapters/system-clock.ts'
import { tcpNetwork } from '../adapters/tcp-network.ts'
import type { Environment, Notice, StartupProblem } from '../contract/commands.ts'
import { Supervisor } from '../engine/supervisor.ts'
import { commandHandlers } from './handlers.ts'
import { serveCommands } from './ipc.ts'
import { chooseLanguage, textIn } from '../text/text.ts'
import { lazyImporter, lazySessions } from './lazy-baileys.ts'
import { Pushes } from './pushes.ts'
import { denyPermissions, PAGE_ORIGIN, registerPageScheme, servePage } from './security.ts'
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from './simulated-whatsapp.ts'
import { isWritable, type StartupOptions, startupOptions } from './startup-options.ts'
import { chooseFolder, focusWindow, openWindow } from './window.ts'

/** The composition root: everything Enlace is made of is put together here, in the order in which it starts. */

const WHATSAPP_URL = 'wss://web.whatsapp.com/ws/chat'
const SECOND_MS = 1000
const DAY_MS = 24 * 60 * 60 * SECOND_MS
const log = stderrLog
silenceConsole()
surviveDefects(log)
const options = startupOptions(process.argv, process.env, app.isPackaged)

const dataFolder = chooseDataFolder(options)
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

  const startupNotices: Notice[] = []
  let blocked = dataFolder.problem ?? options.problem

  const preferences = openPreferences(dataFolder.path)
  if (preferences.setAside) startupNotices.push({ code: 'preferences-reset', keptAs: preferences.setAside })

  let simulated: SimulatedWhatsApp | null = null
  if (options.practice && !blocked) {
    try {
      simulated = await startSimulatedWhatsApp(join(dataFolder.path, 'simulated-whatsapp.json'))
    } catch (error) {
      blocked = { code: 'simulator-failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const url = simulated?.url ?? options.whatsappUrl ?? WHATSAPP_URL
  const language = chooseLanguage([app.getLocale(), ...app.getPreferredSystemLanguages()])
  const vault = electronKeyVault()
  const service = syncService(dataFolder.path)
  if (service !== null) startupNotices.push({ code: 'synced-folder', service })
  const installation = installationId(dataFolder.path)
  const root = join(dataFolder.path, 'organizations')
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
        testMessage: textIn(language).test.message,
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
  const pushes = new Pushes({
    all: () => supervisor.views(qrPicture),
    one: (organizationId) => supervisor.view(organizationId, qrPicture),
    notices: () => [...startupNotices, ...supervisor.notices],
    preferences: () => {
      const { checkInterval, quarantineDays, cleanAfterDays } = preferences.store.store
      return { checkInterval, quarantineDays, cleanAfterDays }
    },
  })

  const settle = async () => {
    const { checkInterval, quarantineDays, cleanAfterDays } = preferences.store.store
    supervisor.checkEvery(checkInterval === null ? null : checkInterval * SECOND_MS)
    await supervisor.settle({
      quarantineMs: quarantineDays * DAY_MS,
      cleanAfterMs: cleanAfterDays === null ? null : cleanAfterDays * DAY_MS,
    })
  }
  if (!blocked) await supervisor.load()

  const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const window = openWindow({
    title: 'Enlace',
    size: preferences.store.get('window'),
    devUrl,
    onResized: (size) => preferences.store.set('window', size),
  })
  const environment: Environment = {
    language,
    version: app.getVersion(),
    practice: options.practice,
    protection: vault.protection,
    dataFolder: dataFolder.path,
    blocked,
  }
  const handlers = commandHandlers({
    attach: () => pushes.attach(window, environment),
    supervisor,
    simulated,
    chooseFolder: () => chooseFolder(window),
    setPreferences: (chosen) => {
      preferences.store.set(chosen)
      void settle()
    },
  })
  serveCommands(window, devUrl ? new URL(devUrl).origin : PAGE_ORIGIN, handlers, log)

  // Loading Baileys takes a fifth of a second; the window paints first.
  window.once('ready-to-show', () => {
    if (blocked) return
    supervisor.restore()
    void settle()
  })

  powerMonitor.on('resume', () => supervisor.nudge())
  powerMonitor.on('unlock-screen', () => supervisor.nudge())

  app.on('window-all-closed', () => app.quit())
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void supervisor.end().finally(() => {
      ended = true
      simulated?.end()
      app.quit()
    })
  })
}

/** Practice mode has a folder of its own, and with it a lock of its own: real sessions stay online beside it. */
function chooseDataFolder({ practice }: StartupOptions): {
  readonly path: string
  readonly problem: StartupProblem | null
} {
  // Where Chromium cannot use the folder it was told, it silently takes another; a shop would look for its sessions.
  const told = app.commandLine.getSwitchValue('user-data-dir')
  const wanted = join(told === '' ? app.getPath('userData') : resolve(told), practice ? 'practice' : '')
  if (isWritable(wanted)) {
    app.setPath('userData', wanted)
    return { path: wanted, problem: null }
  }
  // Chromium needs a folder to be able to show what is wrong.
  const instead = join(app.getPath('temp'), `enlace-${process.pid}`)
  isWritable(instead)
  app.setPath('userData', instead)
  return { path: instead, problem: { code: 'data-folder-unwritable', folder: wanted } }
}
