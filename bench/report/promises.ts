import { percentile } from '../statistics.ts'
import type { Results } from './results.ts'
import { ms, table } from './table.ts'

/** One of the promises of the design, held against what was measured. */
interface Promised {
  readonly what: string
  /** Null where this run has not measured it. */
  readonly found: { readonly said: string; readonly met: boolean } | null
}

const ONLINE = 50
const MANY = 100

/** "Speed: what the benchmarks must show", line by line. */
export function promisesTable(results: Results): string {
  const rows = promises(results).map(({ what, found }) => [
    what,
    found?.said ?? '–',
    found === null ? 'not measured' : found.met ? 'met' : '**not met**',
  ])
  return table(['promise', 'measured', ''], rows)
}

function promises(results: Results): readonly Promised[] {
  const { paint, memory, store, waits, scroll } = results
  const restore = results.restore.get(ONLINE)
  const one = results.reconnect.get(1)
  const many = results.reconnect.get(MANY)
  const online = memory?.withSessions.get(ONLINE)
  return [
    {
      what: 'First useful paint ≤ 1.5 × a blank window',
      found: paint ? atMost(paint.filledMs / paint.blankMs, 1.5, times) : null,
    },
    {
      what: `${ONLINE} online sessions ≤ 130 MB over a blank window (private memory)`,
      found: memory && online ? atMost(online.privateMb - memory.blank.privateMb, 130, megabytes) : null,
    },
    {
      what: `${ONLINE} restores ≤ 1.5 × bare sockets`,
      found: restore ? atMost(restore.enlace.wallMs / restore.bare.wallMs, 1.5, times) : null,
    },
    {
      what: `… with an event-loop p99 ≤ 50 ms`,
      found: restore ? atMost(restore.enlace.loopP99, 50, ms) : null,
    },
    { what: '… and no stall over 120 ms', found: restore ? atMost(restore.enlace.loopMax, 120, ms) : null },
    { what: 'Click to the QR’s pixels ≤ 300 ms (p99)', found: waits ? slowest(waits.clickToQr, 300) : null },
    { what: 'Scan to *Conectado* ≤ 400 ms (p99)', found: waits ? slowest(waits.scanToOnline, 400) : null },
    {
      what: 'A server’s return to online ≤ 2 s, one session',
      found: one ? atMost(one.enlace.backMs, 2_000, ms) : null,
    },
    {
      what: `… and ${MANY} sessions`,
      found: many ? beside(many.enlace.backMs, 2_000, many.bare.backMs) : null,
    },
    {
      what: 'A pairing’s key write ≤ 1/10 of stock',
      found: store ? atMost(store.enlace.pairingMs / store.bare.pairingMs, 0.1, times) : null,
    },
    {
      what: 'First online beside a folder full of other files ≤ 1.05 × without it',
      found: results.junk
        ? atMost(results.junk.beside.firstMs / results.junk.alone.firstMs, 1.05, times)
        : null,
    },
    { what: 'Clear to the new QR ≤ 1.5 s (p99)', found: waits ? slowest(waits.clearToQr, 1_500) : null },
    {
      what: 'State change to pixel ≤ 100 ms (p99; from the click that causes it)',
      found: waits ? slowest(waits.clickToChange, 100) : null,
    },
    {
      what: '200 organizations scrolled without a dropped frame',
      found: scroll
        ? { said: `${scroll.enlace.late} of ${scroll.enlace.frames} late`, met: scroll.enlace.late === 0 }
        : null,
    },
  ]
}

function atMost(value: number, limit: number, say: (value: number) => string): Promised['found'] {
  return { said: say(value), met: value <= limit }
}

/** Where the machine itself may be too slow for the promise, the other side says so. */
function beside(value: number, limit: number, bare: number): Promised['found'] {
  return { said: `${ms(value)} (bare sockets ${ms(bare)})`, met: value <= limit }
}

function slowest(values: readonly number[], limitMs: number): Promised['found'] {
  const slow = percentile(values, 0.99)
  return {
    said: `${ms(slow)} (median ${ms(percentile(values, 0.5))}, n = ${values.length})`,
    met: slow <= limitMs,
  }
}

function times(value: number): string {
  return `${value.toFixed(value < 0.1 ? 3 : 2)} ×`
}

function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`
}
