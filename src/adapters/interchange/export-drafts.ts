import { lstat, readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { removePatiently, writeAtomically } from '../files/atomic-file.ts'
import { isOwnDraft } from '../files/draft.ts'
import { isBaileysFile } from './baileys-file-names.ts'

const FILE = 'exports.json'
/** Of this run: nobody sweeps what is being written. */
const underWay = new Set<string>()
const exportsFile = z.object({ drafts: z.array(z.string()) })

/**
 * Exports that are being written, noted among the organizations before the first key is on the disk: one that a crash
 * has cut short holds keys in plain text, in a place that only this note knows.
 */
export async function noteExport(root: string, draft: string): Promise<void> {
  underWay.add(draft)
  await write(root, [...(await read(root)), draft])
}

export async function exportEnded(root: string, draft: string): Promise<void> {
  underWay.delete(draft)
  await write(
    root,
    (await read(root)).filter((noted) => noted !== draft),
  )
}

/** Deletes what exports that a crash cut short have left, if it is still what Enlace has made; says what. */
export async function sweepExports(root: string): Promise<readonly string[]> {
  const left = (await read(root)).filter((draft) => !underWay.has(draft))
  const swept: string[] = []
  for (const draft of left) {
    if (!(await isOurs(draft))) continue
    await removePatiently(draft)
    swept.push(draft)
  }
  const noted = await read(root)
  if (left.length > 0) {
    await write(
      root,
      noted.filter((draft) => !left.includes(draft)),
    )
  }
  return swept
}

/** A folder, not a way to one, in which lies nothing but what Baileys would write. */
async function isOurs(draft: string): Promise<boolean> {
  if (!isAbsolute(draft) || !isOwnDraft(draft)) return false
  const found = await lstat(draft).catch(() => null)
  if (!found?.isDirectory()) return false
  const entries = await readdir(draft, { withFileTypes: true })
  return entries.every((entry) => entry.isFile() && isBaileysFile(entry.name))
}

async function read(root: string): Promise<readonly string[]> {
  try {
    return exportsFile.parse(JSON.parse(await readFile(join(root, FILE), 'utf8'))).drafts
  } catch {
    return []
  }
}

async function write(root: string, drafts: readonly string[]): Promise<void> {
  await writeAtomically(join(root, FILE), `${JSON.stringify({ drafts })}\n`)
}
