import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { hasDisplay } from './display.mjs'
import { nodeModules } from './paths.mjs'
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

/**
 * Whether Chromium has to be started without its sandbox. Only development starts ask; a packaged app never does.
 *
 * @throws {ActionableError} where the sandbox is meant to work but the system does not yet allow it
 */
export function sandboxIsRefused() {
  if (process.platform !== 'linux') return false
  if (process.getuid?.() === 0) {
    say('Chromium refuses its sandbox to root, so this development start passes --no-sandbox.')
    return true
  }
  if (isSetting('kernel/apparmor_restrict_unprivileged_userns', '1') && !isSetuidRoot(sandboxHelper)) {
    // Ubuntu 23.10 and later: https://github.com/electron/electron/issues/42510
    throw new ActionableError(
      'This system lets Chromium use its sandbox only through a helper that belongs to root. Please run this once:\n' +
        `  sudo chown root "${sandboxHelper}" && sudo chmod 4755 "${sandboxHelper}"`,
    )
  }
  return false
}

const sandboxHelper = path.join(nodeModules, 'electron', 'dist', 'chrome-sandbox')

/**
 * @param {string} name
 * @param {string} value
 */
function isSetting(name, value) {
  try {
    return readFileSync(path.join('/proc/sys', name), 'utf8').trim() === value
  } catch {
    // A kernel without this setting does not restrict anything by it.
    return false
  }
}

/** @param {string} file */
function isSetuidRoot(file) {
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
