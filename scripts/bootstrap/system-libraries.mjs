import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { run } from '../command.mjs'
import { hasDisplay } from '../display.mjs'
import { nodeModules } from '../paths.mjs'
import { ActionableError, step } from '../report.mjs'

const electron = path.join(nodeModules, 'electron', 'dist', 'electron')

/**
 * What Electron links against, what it needs to draw text, and a display for machines without a screen. Where
 * Debian and Ubuntu renamed a package in their move to 64-bit time, the new name has the suffix t64 and is preferred. And, for the tests, what lays a slow line (`ip`, `tc`).
 */
const PACKAGES = ['xvfb', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'fonts-dejavu-core', 'iproute2']

/** @returns {Promise<readonly string[]>} what Electron would miss on this system; empty where it can run */
export async function missingFromSystem() {
  if (process.platform !== 'linux') return []
  const { output } = await run('ldd', [electron], { capture: true, env: { ...process.env, LC_ALL: 'C' } })
  const libraries = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name ?? '')
  return [...new Set(libraries), ...(hasDisplay() || isInPath('Xvfb') ? [] : ['Xvfb'])]
}

/**
 * @param {readonly string[]} missing
 * @throws {ActionableError} saying what to do, where this process may not or cannot install them
 */
export async function installSystemLibraries(missing) {
  if (!isInPath('apt-get')) {
    throw new ActionableError(
      `Electron needs parts of the system that are not installed here:\n  ${missing.join('\n  ')}\n` +
        "Install the packages that contain them with this system's package manager (GTK 3, NSS, GBM and ALSA; " +
        'Xvfb for machines without a screen) and try again.',
    )
  }
  if (process.getuid?.() !== 0) {
    const install = installCommand(await packageNames())
    throw new ActionableError(
      `Electron needs parts of the system that are not installed here: ${missing.join(', ')}\n` +
        `Please run this once, and then try again:\n  sudo apt-get update && sudo ${install.join(' ')}`,
    )
  }
  await step('Installing the system packages that Electron needs', async () => {
    await apt(['apt-get', 'update'])
    await apt(installCommand(await packageNames()))
  })
  const still = await missingFromSystem()
  if (still.length === 0) return
  throw new ActionableError(
    `Electron still misses parts of this system:\n  ${still.join('\n  ')}\n` +
      `Installed were ${PACKAGES.join(', ')}. Please install the packages that contain the rest, and tell us which.`,
  )
}

/**
 * @param {readonly string[]} packages
 * @returns {readonly string[]}
 */
export function installCommand(packages) {
  return ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
}

async function packageNames() {
  return Promise.all(
    PACKAGES.map(async (name) => {
      const { code } = await run('apt-cache', ['show', `${name}t64`], { capture: true })
      return code === 0 ? `${name}t64` : name
    }),
  )
}

/**
 * @param {readonly string[]} command
 * @throws {ActionableError}
 */
export async function apt([program = '', ...args]) {
  const { code, output } = await run(program, ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    capture: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code === 0) return
  throw new ActionableError(`"${[program, ...args].join(' ')}" failed:\n${output.trim()}`)
}

/** @param {string} program */
export function isInPath(program) {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
