import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, type OpenDialogOptions } from 'electron'
import type { KeptPreferences } from '../../adapters/desktop/electron-preferences.ts'
import { confine, PAGE_ORIGIN } from './security.ts'

const GROUND = { light: '#f4f3ef', dark: '#15171b' }
const CRASHES = 3
const CRASHES_WITHIN_MS = 60_000
const SMALLEST = { width: 820, height: 560 }

export interface WindowArrangement {
  readonly size: KeptPreferences['window']
  readonly onResized: (size: KeptPreferences['window']) => void
}

/**
 * Opens the one window. It shows itself when it has something to show, which is not before its first command has been
 * answered: until then there is time to arrange it.
 *
 * @param devUrl the page of the development server, or null for the built one
 */
export function openWindow(title: string, devUrl: string | null): BrowserWindow {
  const window = new BrowserWindow({
    title,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.setMenu(null)
  window.once('ready-to-show', () => window.show())
  confine(window.webContents)
  revive(window)
  void window.loadURL(devUrl ?? `${PAGE_ORIGIN}/index.html`)
  return window
}

/** Gives a new window the size and the ground that the person has chosen. */
export function arrange(window: BrowserWindow, { size, onResized }: WindowArrangement): BrowserWindow {
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light)
  window.setSize(Math.max(size.width, SMALLEST.width), Math.max(size.height, SMALLEST.height))
  window.center()
  window.on('close', () => {
    if (window.isMaximized() || window.isFullScreen()) return
    const { width, height } = window.getBounds()
    onResized({ width, height })
  })
  return window
}

/** A page that has crashed is loaded again; one that crashes again and again is left for the next start to load. */
function revive(window: BrowserWindow): void {
  let recent: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    recent = [...recent.filter((at) => performance.now() - at < CRASHES_WITHIN_MS), performance.now()]
    if (recent.length <= CRASHES) window.webContents.reload()
  })
}

/** Brings the window to the front, as when someone starts Enlace a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.webContents.isCrashed()) window.webContents.reload()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

let choosing = false

/** Asks the person for a folder; null where they cancelled, or are being asked already. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  if (choosing) return null
  choosing = true
  try {
    const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  } finally {
    choosing = false
  }
}
