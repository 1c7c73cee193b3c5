import { pause, say } from '../progress.ts'
import { medians } from '../statistics.ts'
import type { LinkedSessions, Side } from './linked.ts'
import { type SideBySide, turn } from './restore.ts'
import { Run } from './run.ts'
import type { RemoteSimulator } from './simulator.ts'

export interface Reconnect {
  /** From the server's return until the last session was online again. */
  backMs: number
  /** Sessions that never were. */
  lost: number
  /** Sessions whose stored identity has become another one. */
  replaced: number
  /** Sockets that were opened, from the beginning of the outage until all were online. */
  attempts: number
  /** Bare TCP connections that only asked whether the server is there. */
  knocks: number
  cpuMs: number
  loopMax: number
}

/** The server goes away, its port closed, and comes back. */
export async function measureReconnect(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  sessions: number,
  { rounds, outageMs }: { readonly rounds: number; readonly outageMs: number },
): Promise<SideBySide<Reconnect>> {
  const found: Record<Side, Reconnect[]> = { enlace: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    say(`reconnect ${sessions}, round ${round + 1} of ${rounds}`)
    // Not a whole number of seconds: whoever looks every second is not always lucky or unlucky.
    const length = outageMs + (1_000 * (round + 0.5)) / rounds
    for (const side of turn(round)) found[side].push(await once(linked, simulator, side, sessions, length))
  }
  return { enlace: summed(found.enlace), bare: summed(found.bare) }
}

/** Of losses, the worst round counts. */
function summed(rounds: readonly Reconnect[]): Reconnect {
  return {
    ...medians(rounds),
    lost: Math.max(...rounds.map(({ lost }) => lost)),
    replaced: Math.max(...rounds.map(({ replaced }) => replaced)),
  }
}

async function once(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  side: Side,
  sessions: number,
  outageMs: number,
): Promise<Reconnect> {
  const run = await Run.of(side, await linked.job(side, sessions))
  await run.start()
  await pause(500)
  await run.now()
  await simulator.pause()
  await pause(outageMs)
  const { at: returned } = await simulator.resume()
  const { onlineAt, lost, attempts, knocks, figures } = await run.whenOnline()
  await run.end()
  await simulator.untilOnline(0)
  return {
    backMs: onlineAt - returned,
    lost,
    replaced: side === 'bare' ? await linked.replacedIdentities() : 0,
    attempts,
    knocks,
    cpuMs: figures.cpuMs,
    loopMax: figures.loopMax,
  }
}
