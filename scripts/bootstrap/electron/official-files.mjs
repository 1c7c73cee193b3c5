import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ActionableError } from '../../report.mjs'
import { filesIn } from './files.mjs'

/** The one file of a release that may be our own; see default-app.mjs. */
export const DEFAULT_APP = 'resources/default_app.asar'

/**
 * Name, size and SHA-256 of every file in Electron's release for linux-x64, pinned so that it does not matter where
 * the files come from, and an npm package that carries them. A new version of Electron needs a new list.
 *
 * @typedef {object} OfficialFiles
 * @property {string} electron the version
 * @property {{ package: string, file: string, sha512: string }} copy
 * @property {Record<string, { size: number, sha256: string }>} files
 *
 * @returns {OfficialFiles}
 */
export function officialFiles() {
  return JSON.parse(
    readFileSync(new URL('../../electron-43.2.0-linux-x64.digests.json', import.meta.url), 'utf8'),
  )
}

/**
 * @param {OfficialFiles} official
 * @returns {OfficialFiles}
 */
export function withoutDefaultApp({ files, ...rest }) {
  const { [DEFAULT_APP]: _, ...others } = files
  return { ...rest, files: others }
}

/**
 * @param {string} folder
 * @param {OfficialFiles} official all that the folder may and must hold
 * @throws {ActionableError} naming each file that is missing, different or not on the list
 */
export async function requireOfficial(folder, { files }) {
  const present = filesIn(folder)
  const names = [...new Set([...present, ...Object.keys(files)])]
  const faults = await Promise.all(names.map((name) => faultIn(folder, name, files[name])))
  const list = faults.flatMap((fault, index) => (fault === undefined ? [] : [`${names[index]} ${fault}`]))
  if (list.length === 0) return
  throw new ActionableError(
    `These are not the files of Electron's official release, so nothing was installed:\n  ${list.join('\n  ')}\n` +
      'Try again; if it happens again, something between this machine and the source alters files.',
  )
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {OfficialFiles['files'][string] | undefined} official
 */
async function faultIn(folder, name, official) {
  if (official === undefined) return 'is not part of the release'
  const file = path.join(folder, name)
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return 'is missing'
  if (!stats.isFile()) return 'is not a regular file'
  if (stats.size !== official.size) return `has ${stats.size} bytes instead of ${official.size}`
  if ((await digest('sha256', file)).toString('hex') !== official.sha256) return 'has other content'
  return undefined
}

/**
 * @param {string} algorithm
 * @param {string} file
 */
export async function digest(algorithm, file) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest()
}
