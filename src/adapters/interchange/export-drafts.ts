import { dirname, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { putAside } from '../files/aside.ts'
import { writeAtomically } from '../files/atomic-file.ts'
import { withinTime } from '../files/deadline.ts'
import { isOwnDraft } from '../files/draft.ts'
import { isThere } from '../files/folder.ts'
import { parseJson } from '../files/json.ts'
import { errorCode } from '../files/patience.ts'
import { readText } from '../files/plain-file.ts'
import { isFolder } from '../foreign/known-folder.ts'
import { namesOfFiles } from '../foreign/listing.ts'
import { removeEmpty, removeFiles } from '../foreign/removal.ts'
import { isBaileysFile } from './baileys-file-names.ts'

const FILE = 'exports.json'
/** Memory sticks that never come back. */
const NOTED_AT_MOST = 100
/** A network share whose server is gone may not answer at all. */
const ANSWER_MS = 10_000
/** Of this run: nobody sweeps what is being written. */
const underWay = new Set<string>()
const exportsFile = z.object({ drafts: z.array(z.string()) })
/** The notes are read and written again: by one at a time. */
let lastChange: Promise<unknown> = Promise.resolve()

/**
 * Exports that are being written, noted among the organizations before the first key is on the disk: one that a crash
 * has cut short holds keys in plain text, in a place that only this note knows.
 */
export async function noteExport(root: string, draft: string): Promise<void> {
  underWay.add(draft)
  await change(root, (noted) => [...noted, draft])
}

/** What of it could not be deleted stays noted. */
export async function exportEnded(root: string, draft: string): Promise<void> {
  underWay.delete(draft)
  if (await isThere(draft)) return
  await change(root, (noted) => noted.filter((other) => other !== draft))
}

/**
 * Deletes what exports that a crash cut short have left: in a folder whose name nobody else can have given, the files
 * that such an export writes. What cannot be looked at now, as on a memory stick that is not plugged in, is looked for
 * again.
 *
 * @returns the folders from which keys have gone
 */
export async function sweepExports(root: string): Promise<readonly string[]> {
  const left = (await read(root)).filter((draft) => !underWay.has(draft))
  const swept: string[] = []
  for (const draft of left) {
    const outcome = await withinTime(ANSWER_MS, sweep(draft)).catch(() => 'not-now' as const)
    if (outcome === 'swept') swept.push(draft)
    if (outcome !== 'not-now') await change(root, (noted) => noted.filter((other) => other !== draft))
  }
  return swept
}

/** `nothing` where there is nothing of Enlace's any more. @throws the file system's error where that cannot be told */
async function sweep(draft: string): Promise<'swept' | 'nothing' | 'not-now'> {
  if (!isAbsolute(draft) || !isOwnDraft(draft)) return 'nothing'
  if (!(await isThere(draft))) return (await isThere(dirname(draft))) ? 'nothing' : 'not-now'
  if (!(await isFolder(draft))) return 'nothing'
  const stayed = await removeFiles(draft, await namesOfFiles(draft, isBaileysFile))
  await removeEmpty(draft)
  return stayed.length === 0 ? 'swept' : 'not-now'
}

function change(root: string, to: (noted: readonly string[]) => readonly string[]): Promise<void> {
  const changed = lastChange.then(async () => {
    const noted = await read(root)
    const drafts = to(noted).slice(-NOTED_AT_MOST)
    if (noted.length === 0 && drafts.length === 0) return
    await writeAtomically(join(root, FILE), `${JSON.stringify({ drafts })}\n`)
  })
  lastChange = changed.catch(() => {})
  return changed
}

/** What has the notes' name and holds none is somebody's, and is set aside. @throws where they cannot be read now */
async function read(root: string): Promise<readonly string[]> {
  const path = join(root, FILE)
  try {
    return exportsFile.parse(parseJson(await readText(path))).drafts
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    if (errorCode(error) !== '') throw error
    putAside(path)
    return []
  }
}
