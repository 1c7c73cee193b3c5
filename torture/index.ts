import { randomInt } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { silenceConsole } from '../src/adapters/runtime/quiet-console.ts'
import { ordeal, type Outcome } from './ordeal.ts'
import { append, table } from './report.ts'
import type { Side } from './victim.ts'

/** Kills Enlace and Baileys' own store, side by side, and writes what came of it to docs/torture.md. */
const REPORT = resolve(import.meta.dirname, '../docs/torture.md')
const LATEST_SEED = 2 ** 31
const USUAL_KILLS = 500
const SAY_EVERY = 25

silenceConsole()
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: String(USUAL_KILLS) },
    seed: { type: 'string', default: String(randomInt(LATEST_SEED)) },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const sides = (['enlace', 'stock'] as const).filter((side) => (values.only ?? side) === side)
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || sides.length === 0) {
  process.stderr.write('Usage: npm run torture -- [--kills 500] [--seed 1] [--only enlace|stock] [--write]\n')
  process.exit(2)
}
process.stderr.write(`seed ${seed}\n`)

const folder = await mkdtemp(join(tmpdir(), 'enlace-torture-'))
const start = performance.now()
try {
  // Both come to their end, so that nobody writes into the folder when it is removed.
  const ends = await Promise.allSettled(sides.map(async (side) => [side, await torment(side)] as const))
  const outcomes = new Map(
    ends.map((end) => {
      if (end.status === 'rejected') throw end.reason
      return end.value
    }),
  )
  const minutes = (performance.now() - start) / 60_000
  for (const [side, { complaints }] of outcomes) {
    for (const complaint of complaints) process.stderr.write(`${side}: ${complaint}\n`)
  }
  process.stdout.write(table(outcomes))
  const whole = sides.length === 2 && kills >= USUAL_KILLS
  if (whole || values.write) await append(REPORT, outcomes, { seed, kills, minutes })
  process.exitCode = isSpotless(outcomes.get('enlace')) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function torment(side: Side): Promise<Outcome> {
  const own = join(folder, side)
  await mkdir(own)
  const onKill = (done: number) => {
    if (done % SAY_EVERY === 0) process.stderr.write(`${side}: ${done} of ${kills}\n`)
  }
  return ordeal({ side, kills, seed, folder: own, onKill })
}

function isSpotless(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome.complaints.length === 0
}
