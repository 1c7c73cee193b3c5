import type { OrganizationRecord } from '../record.ts'

/** An organization as it is just after creation, with what a test cares about on top. */
export function recordWith(overrides: Partial<OrganizationRecord> = {}): OrganizationRecord {
  return {
    id: 'shop-1',
    name: 'Óptica Océano',
    sessionName: 'org_shop1',
    createdAt: 0,
    linked: false,
    wanted: false,
    lastNumber: null,
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
    installation: 'this-computer',
    heldBy: null,
    generation: 1,
    nextGeneration: 2,
    usedAt: null,
    removedAt: null,
    quarantine: [],
    overdue: [],
    restrictions: [],
    ...overrides,
  }
}
