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
    previousNumber: null,
    heldNumber: null,
    phoneSeen: null,
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
