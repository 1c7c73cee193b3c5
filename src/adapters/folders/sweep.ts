import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { draftOf, isDraft } from '../files/draft.ts'
import { sweepFileDrafts } from '../files/leftovers.ts'

const GENERATION = /^g([1-9][0-9]{0,8})(\.new)?$/
/** Everything that Enlace puts into an organization's folder. */
const OWN = /^(organization(\.copy|\.damaged)?\.json(\.new)?|organization\.lock|g[0-9]+(\.new)?)$/
/** Making or deleting an organization takes seconds; another program may be at it. */
const DRAFT_AGE_MS = 10 * 60 * 1000

/**
 * Deletes the generations that a crash has left behind: half deleted ones, drafts of files, and those the record names neither as the
 * current one nor in quarantine. What has a number that no generation has had by this record is left alone: the record
 * may be an older one.
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
  for (const name of await readdir(folder)) {
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
    if (!isDraft(name) || !(await isAbandoned(join(root, name)))) continue
    await removePatiently(join(root, name))
    swept.push(name)
  }
  return swept
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path)
  if (!found.isDirectory() || Date.now() < found.mtimeMs + DRAFT_AGE_MS) return false
  return (await readdir(path)).every((name) => OWN.test(name))
}

/** Under its draft name first: what is half deleted is never taken for something whole. */
export async function removeWhole(path: string): Promise<void> {
  if (isDraft(path)) return removePatiently(path)
  await removePatiently(draftOf(path))
  await renamePatiently(path, draftOf(path))
  // Before the first file goes: a power cut must not bring the name back to half of it.
  await syncFolder(dirname(path))
  await removePatiently(draftOf(path))
}
