import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from '../report.mjs'

/**
 * Does some work on a folder while no other process of this person does. npm would delete under one installer what
 * another has just put there.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(folder, work) {
  const file = lockFile(folder)
  await take(file)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * Outside the folder: an install deletes node_modules, and nothing else in a checkout is ours to write to.
 *
 * @param {string} folder
 */
export function lockFile(folder) {
  const id = createHash('sha256').update(`${folder}\n${userInfo().username}`).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `enlace-bootstrap-${id}.lock`)
}

/** @param {string} file */
async function take(file) {
  for (let waiting = false; !tryToTake(file); waiting = true) {
    const owner = ownerOf(file)
    if (owner !== undefined && isAlive(owner)) {
      if (!waiting)
        say(`Process ${owner} is installing in this folder; waiting. If that is not so, delete ${file}`)
      await delay(200)
    } else {
      rmSync(file, { force: true })
    }
  }
}

/** @param {string} file */
function tryToTake(file) {
  // Linking a finished file makes the lock appear together with its owner's name: nobody can take it for an empty one.
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine)
  }
}

/** @param {string} file */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    // Given back in the meantime.
    return undefined
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
