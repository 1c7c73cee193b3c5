import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { writeRecord } from '../../src/adapters/records/record-file.ts'
import type { OrganizationRecord } from '../../src/engine/record.ts'

type Prepared = Pick<OrganizationRecord, 'name'> & Partial<OrganizationRecord>

/**
 * Writes organizations into a data folder as Enlace itself writes them, for the app to find at its start, in this
 * order. Linked, and not wanted unless said otherwise, so that they rest.
 */
export async function prepareOrganizations(folder: string, list: readonly Prepared[]): Promise<void> {
  for (const [at, prepared] of list.entries()) {
    const record = recordOf(prepared, at)
    const path = join(folder, 'organizations', record.sessionName)
    await mkdir(path, { recursive: true })
    await writeRecord(path, record)
  }
}

const LOCK = {
  kind: 'new-chats',
  until: Date.now() + 24 * 60 * 60 * 1000,
  number: '573007915262',
  lid: null,
  since: Date.now(),
} as const

function recordOf(prepared: Prepared, at: number): OrganizationRecord {
  const id = `prepared-${String(at).padStart(4, '0')}`
  return {
    id,
    sessionName: `org_${id}`,
    createdAt: at,
    linked: true,
    wanted: false,
    lastNumber: '573007915262',
    lid: null,
    previousNumber: null,
    heldNumber: null,
    heldLid: null,
    linkedAt: null,
    phoneSeen: null,
    watchedSince: null,
    aliases: [],
    elsewhere: false,
    source: null,
    installation: null,
    heldBy: null,
    generation: 1,
    nextGeneration: 2,
    usedAt: Date.now(),
    removedAt: null,
    quarantine: [],
    overdue: [],
    // A removal while new chats are forbidden is one only as long as they are.
    restrictions: prepared.heldBy?.code === 'removed-while-limited' ? [LOCK] : [],
    ...prepared,
  }
}
