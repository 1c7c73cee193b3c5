import { join } from 'node:path'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removeFile, renamePatiently, writeAtomically } from '../files/atomic-file.ts'
import { isHeld } from '../files/patience.ts'
import { readText } from '../files/plain-file.ts'
import { type Parsed, parseOrganization, printOrganization } from './organization-file.ts'

export const RECORD = 'organization.json'
export const COPY = 'organization.copy.json'
const DAMAGED = 'organization.damaged.json'

/** The record in an organization's folder, or why there is none. @throws where another program holds it all the time */
export function readRecord(folder: string): Promise<Parsed> {
  return parseFile(join(folder, RECORD))
}

async function parseFile(path: string): Promise<Parsed> {
  try {
    return parseOrganization(await readText(path))
  } catch (error) {
    // What somebody holds on to all the time is whole: a crash may have left the copy one write behind it.
    if (isHeld(error)) throw error
    return { ok: false, newer: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The copy of a record that cannot be read or speaks of another folder, if the copy can be and speaks of this one. The
 * damaged file is kept under another name.
 *
 * @param familiar somebody runs it and writes its record: the copy may already be the older of the two
 */
export async function recovered(
  path: string,
  folder: string,
  damaged: Parsed,
  familiar: boolean,
): Promise<Parsed> {
  const copy = await parseFile(join(path, COPY))
  if (!copy.ok || copy.record.sessionName !== folder) return damaged
  if (familiar) return copy
  await renamePatiently(join(path, RECORD), join(path, DAMAGED)).catch(() => {})
  await writeRecord(path, copy.record)
  return copy
}

/**
 * Writes `organization.json` into a folder, atomically, and a copy of it for the day it cannot be read.
 *
 * @throws the file system's error; the old record is untouched then
 */
export async function writeRecord(folder: string, record: OrganizationRecord): Promise<void> {
  const text = printOrganization(record)
  await writeAtomically(join(folder, RECORD), text)
  try {
    await writeAtomically(join(folder, COPY), text)
  } catch {
    // The record itself is written. A copy that says something older would be worse than none.
    await removeFile(join(folder, COPY)).catch(() => {})
  }
}
