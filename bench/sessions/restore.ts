import { pause, say } from '../progress.ts'
import { medians } from '../statistics.ts'
import type { LinkedSessions, Side } from './linked.ts'
import { Run } from './run.ts'
import type { RemoteSimulator } from './simulator.ts'

/** After the last session has come online, what its login still has to do is done. */
const SETTLE_MS = 2_000

export interface Restore {
  /** Until all were online. */
  wallMs: number
  /** Until two seconds after that. */
  cpuMs: number
  loopP50: number
  loopP99: number
  /** The longest stall, in the two seconds after included. */
  loopMax: number
  /** What the process grew by. */
  rssKb: number
  heapKb: number
}

export type SideBySide<T> = Readonly<Record<Side, T>>

export async function measureRestore(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  sessions: number,
  rounds: number,
): Promise<SideBySide<Restore>> {
  const found: Record<Side, Restore[]> = { enlace: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    say(`restore ${sessions}, round ${round + 1} of ${rounds}`)
    for (const side of turn(round)) found[side].push(await once(linked, simulator, side, sessions))
  }
  return { enlace: medians(found.enlace), bare: medians(found.bare) }
}

/** Who begins changes from round to round. */
export function turn(round: number): readonly Side[] {
  return round % 2 === 0 ? ['enlace', 'bare'] : ['bare', 'enlace']
}

async function once(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  side: Side,
  sessions: number,
): Promise<Restore> {
  const run = await Run.of(side, await linked.job(side, sessions))
  const { figures, lost } = await run.start()
  if (lost > 0) throw new Error(`${lost} of ${sessions} sessions were not restored (${side})`)
  await pause(SETTLE_MS)
  const after = await run.now()
  await run.end()
  await simulator.untilOnline(0)
  return {
    wallMs: figures.wallMs,
    cpuMs: figures.cpuMs + after.figures.cpuMs,
    loopP50: figures.loopP50,
    loopP99: figures.loopP99,
    loopMax: Math.max(figures.loopMax, after.figures.loopMax),
    rssKb: after.figures.rssKb - run.before.figures.rssKb,
    heapKb: after.figures.heapKb - run.before.figures.heapKb,
  }
}
