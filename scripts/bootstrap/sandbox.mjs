import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { nodeModules } from '../paths.mjs'
import { ActionableError } from '../report.mjs'

const helper = path.join(nodeModules, 'electron', 'dist', 'chrome-sandbox')

/**
 * Since Ubuntu 23.10 only programs that AppArmor knows may build a sandbox by themselves. Any other Chromium ends at
 * once, unless its helper belongs to root: https://github.com/electron/electron/issues/42510
 *
 * @throws {ActionableError} with the command that gives the helper to root
 */
export function requireSandbox() {
  const isRestricted =
    process.platform === 'linux' && process.getuid?.() !== 0 && appArmorRestrictsSandboxes()
  if (!isRestricted || isSetuidRoot(helper)) return
  throw new ActionableError(
    'This system lets Chromium build its sandbox only through a helper that belongs to root.\n' +
      'Please run this once, and then try again:\n' +
      `  sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
  )
}

function appArmorRestrictsSandboxes() {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1'
  } catch {
    // This kernel has no such restriction.
    return false
  }
}

/** @param {string} file */
function isSetuidRoot(file) {
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
