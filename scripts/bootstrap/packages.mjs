import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from '../npm.mjs'
import { nodeModules } from '../paths.mjs'
import { ActionableError, step } from '../report.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} LockFile
 */

/**
 * Whether node_modules holds exactly what the lock file asks for. npm writes its own list of what it installed as the
 * last act of an install, so an interrupted one is seen; a package deleted since then is seen by its missing folder.
 *
 * @param {string} folder the checkout
 */
export function packagesAreInstalled(folder) {
  const wanted = readLockFile(path.join(folder, 'package-lock.json'))
  const installed = readLockFile(path.join(folder, 'node_modules', '.package-lock.json'))
  if (wanted === undefined || installed === undefined) return false
  return Object.entries(wanted.packages).every(([location, { version, integrity, optional }]) => {
    if (location === '') return true
    const found = installed.packages[location]
    // Packages for other platforms are optional and not installed.
    if (found === undefined) return optional === true
    return (
      found.version === version &&
      found.integrity === integrity &&
      existsSync(path.join(folder, location, 'package.json'))
    )
  })
}

export async function installPackages() {
  if (process.platform === 'win32' && process.execPath.startsWith(nodeModules)) {
    // Windows does not let a running program's file be deleted, and this one is inside node_modules.
    throw new ActionableError('The packages have changed. Please run once:\n  npm ci --ignore-scripts')
  }
  await step('Installing the packages of the lock file', async () => {
    const { code } = await npm([
      'ci',
      // No package here needs to run anything to be installed.
      '--ignore-scripts',
      // The tools are development packages, the pinned Node is an optional one: also where NODE_ENV is production.
      '--include=dev',
      '--include=optional',
      // npm checks engines against the machine's Node, but everything runs on the pinned one.
      '--engine-strict=false',
      '--loglevel=error',
    ])
    if (code !== 0) {
      throw new ActionableError(
        'npm could not install the packages; its own message is above. Nothing else was done.',
      )
    }
  })
}

/**
 * @param {string} file
 * @returns {LockFile | undefined}
 */
function readLockFile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Missing or cut short: either way the cure is to install again, and npm names what is wrong with a lock file.
    return undefined
  }
}
