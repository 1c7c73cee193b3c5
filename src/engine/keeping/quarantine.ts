import type { QuarantineEntry } from '../../contract/commands.ts'
import type { Millis } from '../../contract/session-view.ts'
import { keptUntil } from '../session/expiry.ts'
import type { Folders } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'

/** Everything that was put aside and can still be brought back, with its size, the newest first. */
export async function quarantineOf(
  records: readonly OrganizationRecord[],
  folders: Folders,
  at: Millis,
  quarantineMs: Millis,
): Promise<readonly QuarantineEntry[]> {
  const entries = await Promise.all(
    records.map(async (record): Promise<readonly QuarantineEntry[]> => {
      const { id: organizationId, name: organizationName, removedAt } = record
      const entry = async (
        generation: number | null,
        putAsideAt: Millis,
        number: string | null,
      ): Promise<QuarantineEntry> => ({
        organizationId,
        organizationName,
        kind: generation === null ? 'organization' : 'generation',
        generation,
        number,
        putAsideAt,
        expiresAt: keptUntil(record, generation, putAsideAt, at, quarantineMs),
        bytes: await folders.size(record, generation),
      })
      if (removedAt !== null) return [await entry(null, removedAt, record.lastNumber)]
      return Promise.all(
        record.quarantine.map((aside) => entry(aside.generation, aside.clearedAt, aside.number)),
      )
    }),
  )
  return entries.flat().toSorted((a, b) => b.putAsideAt - a.putAsideAt)
}
