import { hasDisplay } from './display.mjs'
import { ActionableError, say } from './report.mjs'

/** @throws {ActionableError} where no window can be opened */
export function requireDisplay() {
  if (hasDisplay()) return
  throw new ActionableError(
    'Enlace opens a window, and there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n' +
      'Run this on a desktop, or through "ssh -X". Without any screen, "npm run demo" walks through the app and\n' +
      'leaves pictures of it, and "npm test" tests it.',
  )
}

/** Whether Chromium has to be started without its sandbox. Only development starts ask; a packaged app never does. */
export function sandboxIsRefused() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  say('Chromium refuses its sandbox to root, so this development start passes --no-sandbox.')
  return true
}
