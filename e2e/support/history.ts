import { join } from 'node:path'
import { journalFile } from '../../src/adapters/journal/journal-file.ts'
import type { CauseCode } from '../../src/contract/cause.ts'
import type { Journal } from '../../src/engine/ports.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SILENT = { info: () => {}, warn: () => {} }

/** What went wrong on a day, so many days ago, and for how long. */
const TROUBLES: readonly { readonly daysAgo: number; readonly code: CauseCode; readonly minutes: number }[] =
  [
    { daysAgo: 16, code: 'network', minutes: 130 },
    { daysAgo: 9, code: 'replaced', minutes: 400 },
    { daysAgo: 5, code: 'whatsapp-unavailable', minutes: 45 },
    { daysAgo: 3, code: 'unlinked-from-phone', minutes: 260 },
    { daysAgo: 1, code: 'network', minutes: 25 },
  ]

/**
 * Three weeks of an organization, in a data folder as Enlace itself writes them: open by day, closed by night, and
 * now and then without a connection. Before the first start.
 */
export function prepareHistory(folder: string, organizationId: string, number: string): void {
  const journal = journalFile(join(folder, 'activity.db'), SILENT, () => {})
  const now = Date.now()
  for (let daysAgo = 20; daysAgo >= 1; daysAgo -= 1) {
    const morning = now - daysAgo * DAY_MS
    journal.note({ kind: 'program', at: morning, what: 'opened' })
    online(journal, morning + MINUTE_MS, organizationId, number)
    const trouble = TROUBLES.find((one) => one.daysAgo === daysAgo)
    if (trouble) {
      const at = morning + 3 * HOUR_MS
      const cause = { code: trouble.code, detail: null }
      const state = trouble.code === 'network' ? 'reconnecting' : 'attention'
      journal.note({ kind: 'state', at, organizationId, state, cause, number })
      online(journal, at + trouble.minutes * MINUTE_MS, organizationId, number)
    }
    journal.note({ kind: 'program', at: morning + 13 * HOUR_MS, what: 'closed' })
  }
  journal.end()
}

function online(journal: Journal, at: number, organizationId: string, number: string): void {
  journal.note({ kind: 'state', at, organizationId, state: 'online', cause: null, number })
}
