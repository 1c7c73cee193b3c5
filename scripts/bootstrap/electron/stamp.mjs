import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesIn } from './files.mjs'

/**
 * A note beside the runtime of what it looked like once it had been checked. Sizes and times of 74 files are read in
 * milliseconds, their contents in a quarter of a second; the note is for every start, the contents for the install.
 *
 * @param {string} electron the folder of the package `electron`, with the runtime in `dist`
 * @param {string} source what the runtime was made from
 */
export function writeStamp(electron, source) {
  writeFileSync(stampFile(electron), stampOf(electron, source))
}

/**
 * @param {string} electron
 * @param {string} source
 */
export function stampIsTrue(electron, source) {
  try {
    return readFileSync(stampFile(electron), 'utf8') === stampOf(electron, source)
  } catch {
    // No note, or nothing there that it could be about.
    return false
  }
}

/** @param {string} electron */
export function removeStamp(electron) {
  rmSync(stampFile(electron), { force: true })
}

/** @param {string} electron */
function stampFile(electron) {
  return path.join(electron, 'dist.stamp')
}

/**
 * @param {string} electron
 * @param {string} source
 */
function stampOf(electron, source) {
  const dist = path.join(electron, 'dist')
  const files = filesIn(dist)
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = lstatSync(path.join(dist, name))
      return `${size} ${mtimeMs} ${name}`
    })
  const program = readFileSync(path.join(electron, 'path.txt'), 'utf8')
  return createHash('sha256')
    .update([source, program, ...files].join('\n'))
    .digest('hex')
}
