import { dirname } from 'node:path'
import type { OrganizationRecord } from '../../engine/record.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { newDraftName } from '../files/draft.ts'
import { makeNewFolder } from '../files/folder.ts'
import { writeRecord } from './record-file.ts'

/**
 * Makes the folder of a new organization, which appears under its name when it is whole and on the disk.
 *
 * @throws the file system's error; nothing is left then
 */
export async function makeOrganization(folder: string, record: OrganizationRecord): Promise<void> {
  const draft = newDraftName(folder)
  await makeNewFolder(draft)
  try {
    await writeRecord(draft, record)
    await renamePatiently(draft, folder)
  } catch (error) {
    await removePatiently(draft).catch(() => {})
    throw error
  }
  await syncFolder(dirname(folder))
}
