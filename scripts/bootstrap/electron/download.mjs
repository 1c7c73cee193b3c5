import { copyFileSync, lstatSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { run } from '../../command.mjs'
import { nodeModules } from '../../paths.mjs'
import { ActionableError } from '../../report.mjs'
import { toolsNode } from '../node.mjs'
import { filesIn } from './files.mjs'

/** An unreachable server is one from which nothing arrives for this long; a slow one may take its time. */
const STALLED_MS = 15_000

/**
 * Downloads Electron's release the official way: its own installer, which checks the SHA-256 of what it downloads and
 * honours mirrors (ELECTRON_MIRROR) and its cache.
 *
 * @param {string} staging an empty folder; the release is unpacked into `dist` inside it
 * @throws {ActionableError} when the release cannot be had this way
 */
export async function downloadOfficial(staging) {
  // The installer works beside its own file. A copy of it in the staging folder finds the same packages and leaves
  // node_modules/electron alone until the result has been checked.
  for (const name of ['install.js', 'package.json', 'checksums.json']) {
    copyFileSync(path.join(nodeModules, 'electron', name), path.join(staging, name))
  }
  const downloads = path.join(staging, 'downloads')
  mkdirSync(downloads)
  const stalled = new AbortController()
  const stopWatching = whenStalled(staging, () => stalled.abort())
  try {
    const { code, output } = await run(toolsNode(), [path.join(staging, 'install.js')], {
      capture: true,
      signal: stalled.signal,
      env: {
        ...process.env,
        ELECTRON_OVERRIDE_DIST_PATH: undefined,
        // The installer uses fetch, which minds HTTPS_PROXY only when told to.
        NODE_USE_ENV_PROXY: '1',
        TMPDIR: downloads,
        TEMP: downloads,
        TMP: downloads,
      },
    })
    if (stalled.signal.aborted) throw notDownloaded(`nothing arrived for ${STALLED_MS / 1000} s`)
    if (code !== 0) throw notDownloaded(output.trim().split('\n', 1).join())
  } finally {
    stopWatching()
  }
}

/**
 * @param {string} folder
 * @param {() => void} act called once no file in the folder has grown for STALLED_MS
 */
function whenStalled(folder, act) {
  let size = 0
  let since = Date.now()
  const timer = setInterval(() => {
    const now = sizeOf(folder)
    if (now !== size) {
      size = now
      since = Date.now()
    } else if (Date.now() - since >= STALLED_MS) {
      clearInterval(timer)
      act()
    }
  }, 500)
  return () => clearInterval(timer)
}

/** @param {string} folder */
function sizeOf(folder) {
  try {
    return filesIn(folder).reduce((sum, name) => sum + lstatSync(path.join(folder, name)).size, 0)
  } catch {
    // The installer removed a file between listing and measuring: it is alive.
    return -1
  }
}

/** @param {string} reason */
function notDownloaded(reason) {
  return new ActionableError(`Electron could not be downloaded from its own server: ${reason}`)
}
