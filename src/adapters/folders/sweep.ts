import { lstat, opendir, readdir, realpath, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { draftOf, isDraft, isOwnDraft, newDraftName } from '../files/draft.ts'
import { isThere } from '../files/folder.ts'
import { sweepFileDrafts } from '../files/leftovers.ts'
import { errorCode, patiently } from '../files/patience.ts'
import { GENERATION, isOwnName } from '../records/own-names.ts'

/** Making or deleting an organization takes seconds; another program may be at it. */
const DRAFT_AGE_MS = 10 * 60 * 1000

/** Whether a folder among the organizations is being made or deleted, or was when something ended it. */
export function isBeingMade(name: string): boolean {
  return isDraft(name) || isOwnDraft(name)
}

/**
 * Deletes what a crash has left behind: drafts of files, generations that are half deleted, and those the record names
 * neither as the current one nor in quarantine. What has a number that no generation has had by this record is left
 * alone: the record may be an older one.
 */
export async function sweepGenerations(
  folder: string,
  { generation, nextGeneration, quarantine }: OrganizationRecord,
): Promise<readonly string[]> {
  const named = new Set([generation, ...quarantine.map((aside) => aside.generation)])
  const swept = [...(await sweepFileDrafts(folder))]
  for (const inside of [`g${generation}`, `g${generation}/snapshots`]) {
    swept.push(...(await sweepFileDrafts(join(folder, inside))))
  }
  for (const name of await ownIn(folder)) {
    const [, number, draft] = GENERATION.exec(name) ?? []
    if (number === undefined || Number(number) >= nextGeneration) continue
    if (draft === undefined && named.has(Number(number))) continue
    await removeWhole(join(folder, name))
    swept.push(name)
  }
  return swept
}

/** Deletes drafts of organizations that nobody works on, and in which nothing lies but what Enlace makes. */
export async function sweepDrafts(root: string): Promise<readonly string[]> {
  const swept = [...(await sweepFileDrafts(root))]
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name)
    if (!isBeingMade(name) || !(await isAbandoned(path))) continue
    await removeOwn(path)
    if (await removeEmpty(path)) swept.push(name)
  }
  return swept
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await lstat(path)
  if (!found.isDirectory() || Date.now() < found.mtimeMs + DRAFT_AGE_MS) return false
  for await (const { name } of await opendir(path)) if (!isOwnName(name)) return false
  return true
}

/**
 * Deletes a generation's folder, all of which is Enlace's, under its draft name first: what is half deleted is never
 * taken for something whole. What is not there is deleted.
 */
export async function removeWhole(path: string): Promise<void> {
  if (!(await isThere(path))) return
  if (isBeingMade(path)) return removePatiently(path)
  await removePatiently(draftOf(path))
  await renamePatiently(path, draftOf(path))
  // Before the first file goes: a power cut must not bring the name back to half of it.
  await syncFolder(dirname(path))
  await removePatiently(draftOf(path))
}

/**
 * Deletes an organization's folder, and with it what Enlace has put there: the keys go wherever they are, also where a
 * link leads to the folder. What somebody else has put there stays, in a folder that has its name.
 */
export async function removeOrganization(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (!found) return
  if (found.isSymbolicLink()) {
    const target = await realpath(path)
    await removeOwn(target)
    await patiently(() => unlink(path))
    await removeEmpty(target)
    return
  }
  const draft = newDraftName(path)
  await renamePatiently(path, draft)
  await syncFolder(dirname(path))
  try {
    await removeOwn(draft)
  } finally {
    // What is still there is to be seen.
    if (!(await removeEmpty(draft))) await renamePatiently(draft, path)
  }
}

/** The record last: as long as anything of the session is there, it says whose and that it was removed. */
async function removeOwn(folder: string): Promise<void> {
  for (const name of (await ownIn(folder)).toSorted()) await removePatiently(join(folder, name))
  await syncFolder(folder)
}

/** The names in an organization's folder that are Enlace's, however many others lie between them. */
async function ownIn(folder: string): Promise<readonly string[]> {
  const own: string[] = []
  for await (const { name } of await opendir(folder)) if (isOwnName(name)) own.push(name)
  return own
}

/** Whether nothing was left in it, so that it is gone. */
async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await patiently(() => rmdir(folder))
    await syncFolder(dirname(folder))
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return false
    throw error
  }
}
