import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, type OpenDialogOptions } from 'electron'
import type { KeptPreferences } from '../adapters/electron-preferences.ts'
import { confine, PAGE_ORIGIN } from './security.ts'

const GROUND = { light: '#f4f3ef', dark: '#15171b' }
const PAINT_MS = 3_000
const CRASHES = 3
const CRASHES_WITHIN_MS = 60_000
const SMALLEST = { width: 820, height: 560 }

export interface WindowSettings {
  readonly title: string
  readonly size: KeptPreferences['window']
  /** The page of the development server, or null for the built one. */
  readonly devUrl: string | null
  readonly onResized: (size: KeptPreferences['window']) => void
}

/** Opens the one window. It shows itself when it has something to show. */
export function openWindow({ title, size, devUrl, onResized }: WindowSettings): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: Math.max(size.width, SMALLEST.width),
    height: Math.max(size.height, SMALLEST.height),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
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
  window.on('close', () => {
    if (window.isMaximized() || window.isFullScreen()) return
    const { width, height } = window.getBounds()
    onResized({ width, height })
  })
  confine(window.webContents)
  revive(window)
  void window.loadURL(devUrl ?? `${PAGE_ORIGIN}/index.html`)
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

/** Calls back when the page has painted, or has had time enough to: the sessions do not depend on it. */
export function afterPaint(window: BrowserWindow, callback: () => void): void {
  const once = () => {
    clearTimeout(timer)
    window.off('ready-to-show', once)
    callback()
  }
  const timer = setTimeout(once, PAINT_MS)
  window.on('ready-to-show', once)
}

/** Brings the window to the front, as when someone starts Enlace a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.webContents.isCrashed()) window.webContents.reload()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Asks the person for a folder; null where they cancelled. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}
