import { join, resolve } from 'node:path'
import { app, BrowserWindow, powerMonitor } from 'electron'
import type { SessionsSettings } from '../adapters/baileys-sessions.ts'
import { electronKeyVault } from '../adapters/electron-key-vault.ts'
import { openPreferences } from '../adapters/electron-preferences.ts'
import { installationId } from '../adapters/installation.ts'
import type { KeyVault } from '../adapters/key-vault.ts'
import { organizationFolders } from '../adapters/organization-folders.ts'
import { qrPicture } from '../adapters/qr-picture.ts'
import { silenceConsole } from '../adapters/quiet-console.ts'
import { surviveDefects } from '../adapters/session-context.ts'
import { stderrLog } from '../adapters/stderr-log.ts'
import { systemClock } from '../adapters/system-clock.ts'
import { tcpNetwork } from '../adapters/tcp-network.ts'
import type { Environment, Notice, StartupProblem } from '../contract/commands.ts'
import type { Importer, StoredSessions } from '../engine/ports.ts'
import { Supervisor } from '../engine/supervisor.ts'
import { commandHandlers } from './handlers.ts'
import { serveCommands } from './ipc.ts'
import { chooseLanguage, textIn } from '../text/text.ts'
import { Pushes } from './pushes.ts'
import { denyPermissions, PAGE_ORIGIN, registerPageScheme, servePage } from './security.ts'
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from './simulated-whatsapp.ts'
import { isWritable, type StartupOptions, startupOptions } from './startup-options.ts'
import { focusWindow, openWindow } from './window.ts'

/** The composition root: everything Enlace is made of is put together here, in the order in which it starts. */

const WHATSAPP_URL = 'wss://web.whatsapp.com/ws/chat'
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
  const installation = installationId(dataFolder.path)
  const root = join(dataFolder.path, 'organizations')
  const supervisor = new Supervisor(
    {
      installation,
      clock: systemClock,
      folders: organizationFolders(root),
      sessions: storedSessions({
        root,
        url,
        vault,
        log,
        installation,
        versionFile: join(dataFolder.path, 'whatsapp-version.json'),
        testMessage: textIn(language).test.message,
      }),
      importer: importer(root, vault),
      network: tcpNetwork(url),
      log,
    },
    {
      onChange: (organizationId) => pushes.changed(organizationId),
      onNotices: () => pushes.noticesChanged(),
    },
  )
  const pushes = new Pushes({
    all: () => supervisor.views(qrPicture),
    one: (organizationId) => supervisor.view(organizationId, qrPicture),
    notices: () => [...startupNotices, ...supervisor.notices],
    preferences: () => ({ checkInterval: preferences.store.get('checkInterval') }),
  })

  const checkFolders = () => {
    const seconds = preferences.store.get('checkInterval')
    supervisor.checkEvery(seconds === null ? null : seconds * 1000)
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
    dataFolder: dataFolder.path,
    blocked,
  }
  const handlers = commandHandlers({
    attach: () => pushes.attach(window, environment),
    supervisor,
    simulated,
    setPreferences: ({ checkInterval }) => {
      preferences.store.set('checkInterval', checkInterval)
      checkFolders()
    },
  })
  serveCommands(window, devUrl ? new URL(devUrl).origin : PAGE_ORIGIN, handlers, log)

  // Loading Baileys takes a fifth of a second; the window paints first.
  window.once('ready-to-show', () => {
    if (blocked) return
    supervisor.restore()
    checkFolders()
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

/** Baileys is loaded with the first session that opens or is taken over, not before. */
function storedSessions(settings: SessionsSettings): StoredSessions {
  let sessions: Promise<StoredSessions> | undefined
  return {
    async open(request) {
      sessions ??= import('../adapters/baileys-sessions.ts').then(({ baileysSessions }) =>
        baileysSessions(settings),
      )
      return (await sessions).open(request)
    },
  }
}

function importer(root: string, vault: KeyVault): Importer {
  return {
    async adopt(folder, record) {
      const { multiFileImporter } = await import('../adapters/baileys-folder.ts')
      return multiFileImporter(root, vault).adopt(folder, record)
    },
  }
}
