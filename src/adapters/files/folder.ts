import { accessSync, constants, mkdirSync } from 'node:fs'
import { access, lstat, mkdir, readdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFolder } from './atomic-file.ts'
import { errorCode } from './patience.ts'

/**
 * Makes a folder for its owner only; on the disk when it resolves. Not with its parents: an organization's folder that
 * has vanished is reported, not made again. One that is there is left as it is.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    throw error
  }
  await syncFolder(dirname(path))
}

/** The same, where nothing has the name. @throws the file system's error; `EEXIST` where something has */
export async function makeNewFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 })
}

/** `makeFolder` with its parents. */
export async function makeFolders(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  // Each new one is named in the one above it.
  for (let made = resolve(path); made.length >= first.length; made = dirname(made))
    await syncFolder(dirname(made))
}

/** Whether something has the name, be it a link that leads nowhere. @throws where that cannot be told */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return false
    throw error
  }
}

/** @throws the file system's error where this account may not write there */
export function expectWritable(folder: string): Promise<void> {
  return access(folder, constants.W_OK)
}

/** Makes the folder with its parents where it is missing; says whether this account may write there. */
export function isWritableSync(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The names of the files in a folder, and of nothing else; none where it cannot be listed. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return found.flatMap((entry) => (entry.isFile() ? entry.name : []))
}

/** The names of the folders in a folder, and of no links to any; none where it cannot be listed. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return found.flatMap((entry) => (entry.isDirectory() ? entry.name : []))
}
