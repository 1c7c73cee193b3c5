import { pause, say } from '../progress.ts'
import type { LinkedSessions, Side } from './linked.ts'
import type { SideBySide } from './restore.ts'
import { Run } from './run.ts'
import type { RemoteSimulator } from './simulator.ts'

export interface Day {
  /** How long the outage was on the computer's clock. */
  readonly realMs: number
  /** Sockets that were opened while it lasted. */
  readonly attempts: number
  /** Bare TCP connections that only asked whether the server is there. */
  readonly knocks: number
  /** From the server's return until the last session was online again. */
  readonly backMs: number
  /** Sockets that were opened from then on. */
  readonly loginAttempts: number
  readonly lost: number
  /** The longest that the event loop stood still, from the server's return on. */
  readonly loopMax: number
}

/**
 * An outage of everything. Enlace's clock is advanced; bare Baileys has none, and goes through as many minutes as that
 * took.
 */
export async function measureDay(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  sessions: number,
  lengthMs: number,
): Promise<SideBySide<Day>> {
  say(`${sessions} sessions, ${lengthMs / 3_600_000} h without a server`)
  const enlace = await once(linked, simulator, 'enlace', sessions, (run) => run.pass(lengthMs))
  const bare = await once(linked, simulator, 'bare', sessions, async (run) => {
    await pause(enlace.realMs)
    return run.now()
  })
  return { enlace, bare }
}

async function once(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  side: Side,
  sessions: number,
  passes: (run: Run) => ReturnType<Run['now']>,
): Promise<Day> {
  const run = await Run.of(side, await linked.job(side, sessions, true))
  await run.start()
  await pause(500)
  await run.now()
  await simulator.pause()
  const began = performance.now()
  const during = await passes(run)
  const realMs = performance.now() - began
  const { at: returned } = await simulator.resume()
  const { onlineAt, lost, attempts, figures } = await run.whenOnline()
  await run.end()
  await simulator.untilOnline(0)
  return {
    realMs,
    attempts: during.attempts,
    knocks: during.knocks,
    backMs: onlineAt - returned,
    loginAttempts: attempts,
    lost,
    loopMax: figures.loopMax,
  }
}
