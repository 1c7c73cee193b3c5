import { parseArgs } from 'node:util'

/** What is measured, and how often. */
export interface Options {
  readonly parts: ReadonlySet<Part>
  /** How many sessions are restored. */
  readonly sizes: readonly number[]
  /** How many sessions go through an outage. */
  readonly reconnectSizes: readonly number[]
  /** How many sessions the app is given. */
  readonly appSizes: readonly number[]
  readonly rounds: number
  readonly appRounds: number
  readonly outageMs: number
  /** How long logins are cut short. */
  readonly shortLoginsMs: number
  /** How many sessions go through a day without a server, and how long that day is. */
  readonly daySessions: number
  readonly dayMs: number
  /** How many organizations start beside a folder of so many files that are none of Enlace's. */
  readonly besideSessions: number
  readonly junkFiles: number
  /** How many accounts are linked with a passkey, and as many without. */
  readonly passkeyLinks: number
  /** Whether docs/benchmarks.md is written; otherwise the report goes to the terminal. */
  readonly write: boolean
}

export const PARTS = ['restore', 'reconnect', 'field', 'junk', 'store', 'app', 'passkey'] as const
export type Part = (typeof PARTS)[number]

export const USAGE = `Usage: npm run bench -- [options]

  --quick            a minute instead of half an hour: small sizes, one round; not written
  --only <parts>     of ${PARTS.join(',')}; not written
  --sizes <numbers>  how many sessions are restored, as 1,10,50; not written
  --rounds <number>  how often each is measured; not written
  --write            write docs/benchmarks.md all the same
`

const FULL = {
  sizes: [1, 10, 50, 100, 200],
  reconnectSizes: [1, 100],
  appSizes: [0, 1, 50],
  rounds: 3,
  appRounds: 2,
  outageMs: 5_000,
  shortLoginsMs: 600_000,
  daySessions: 60,
  dayMs: 24 * 3_600_000,
  besideSessions: 200,
  junkFiles: 100_000,
  passkeyLinks: 20,
} as const

const QUICK = {
  sizes: [1, 10],
  reconnectSizes: [1],
  appSizes: [0, 1],
  rounds: 1,
  appRounds: 1,
  outageMs: 3_000,
  shortLoginsMs: 15_000,
  daySessions: 2,
  dayMs: 3_600_000,
  besideSessions: 10,
  junkFiles: 5_000,
  passkeyLinks: 5,
} as const

/** @throws Error where an option is unknown or makes no sense */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  const base = values.quick ? QUICK : FULL
  const asWhole = !values.quick && !values.only && !values.sizes && !values.rounds
  const sizes = values.sizes?.split(',').map(count) ?? base.sizes
  const rounds = values.rounds === undefined ? base.rounds : count(values.rounds)
  return {
    ...base,
    sizes,
    reconnectSizes: values.sizes
      ? [...new Set([Math.min(...sizes), Math.max(...sizes)])]
      : base.reconnectSizes,
    rounds,
    appRounds: values.rounds === undefined ? base.appRounds : rounds,
    parts: new Set(values.only?.split(',').map(part) ?? PARTS),
    write: values.write || asWhole,
  }
}

function count(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no whole number above 0`)
  return number
}

function part(text: string): Part {
  const found = PARTS.find((one) => one === text)
  if (!found) throw new Error(`there is no part ${text}; there are ${PARTS.join(', ')}`)
  return found
}
