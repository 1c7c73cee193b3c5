import type { Light, ShownState } from '../../contract/activity.ts'
import type { Millis } from '../../contract/session-view.ts'
import type { JournalEntry } from '../ports.ts'

/** A time, from `from` (inclusive) to `to` (exclusive), in which nothing changed. */
export interface Span {
  readonly from: Millis
  readonly to: Millis
  readonly light: Light
  /** The person wanted the session online. */
  readonly wanted: boolean
}

const LIGHT_OF: Readonly<Record<ShownState, Light>> = {
  unlinked: 'off',
  connecting: 'working',
  clearing: 'working',
  'logging-out': 'off',
  stopping: 'off',
  scan: 'working',
  linking: 'working',
  online: 'online',
  reconnecting: 'working',
  stopped: 'off',
  attention: 'attention',
  unavailable: 'attention',
}

/** On its way to a link or to a connection: wanted only where it was before. */
const ON_ITS_WAY: ReadonlySet<ShownState> = new Set(['connecting', 'clearing', 'scan', 'linking'])

/**
 * Entries with times that never go back. Where this computer's clock was set back, what was noted before is moved up
 * to it: of two clocks, the later one is more likely to be right.
 */
export function steadied(entries: readonly JournalEntry[], until: Millis): readonly JournalEntry[] {
  let latest = until
  return entries
    .toReversed()
    .map((entry) => {
      latest = Math.min(latest, entry.at)
      return { ...entry, at: latest }
    })
    .toReversed()
}

/**
 * What an organization showed between `from` and `to`, without a gap or an overlap.
 *
 * @param entries the organization's and the program's, `steadied`
 */
export function timeline(entries: readonly JournalEntry[], from: Millis, to: Millis): readonly Span[] {
  const spans: Span[] = []
  let start = from
  let shown: Pick<Span, 'light' | 'wanted'> = { light: 'unknown', wanted: false }
  for (const [n, entry] of entries.entries()) {
    const next = shownAfter(shown, entry, entries[n + 1])
    const at = Math.min(Math.max(entry.at, start), to)
    if (at > start) spans.push({ from: start, to: at, ...shown })
    start = at
    shown = next
  }
  if (to > start) spans.push({ from: start, to, ...shown })
  return spans
}

type Shown = Pick<Span, 'light' | 'wanted'>

function shownAfter(before: Shown, entry: JournalEntry, next: JournalEntry | undefined): Shown {
  switch (entry.kind) {
    case 'state':
      // Starting up takes a moment and is no colour of its own: until then it was closed.
      if (entry.state === 'connecting' && before.light === 'closed') return before
      return {
        light: LIGHT_OF[entry.state],
        wanted: ON_ITS_WAY.has(entry.state) ? before.wanted : LIGHT_OF[entry.state] !== 'off',
      }
    case 'happening':
      return entry.happening.what === 'removed' ? { light: 'unknown', wanted: false } : before
    case 'program':
      if (entry.what !== 'opened') {
        // Before there was an organization, its absence is nothing to tell.
        return before.light === 'unknown' ? before : { light: 'closed', wanted: false }
      }
      // Enlace runs, but this organization is not among what it found.
      return next?.kind === 'state' || before.light !== 'closed'
        ? before
        : { light: 'unknown', wanted: false }
  }
}
