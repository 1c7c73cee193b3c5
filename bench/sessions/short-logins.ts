import { pause, say } from '../progress.ts'
import type { LinkedSessions, Side } from './linked.ts'
import type { SideBySide } from './restore.ts'
import { Run } from './run.ts'
import type { RemoteSimulator } from './simulator.ts'

export interface ShortLogins {
  /** Sockets that were opened: each of them logs in. */
  readonly logins: number
  /** From the first cut until a person was told; null where nobody was. */
  readonly toldMs: number | null
  readonly cpuMs: number
}

/** How long WhatsApp lets a login live. */
export const LOGIN_MS = 200

/** One session on each side, at the same time, whose every login is accepted and cut a moment later. */
export async function measureShortLogins(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  lengthMs: number,
): Promise<SideBySide<ShortLogins>> {
  say(`short logins for ${lengthMs / 1_000} s`)
  const jobs = await linked.pair()
  const runs = { enlace: await Run.of('enlace', jobs.enlace), bare: await Run.of('bare', jobs.bare) }
  for (const run of Object.values(runs)) await run.start()
  await pause(500)
  for (const run of Object.values(runs)) await run.now()
  const { at: began } = await simulator.cutLogins(LOGIN_MS)
  await pause(lengthMs)
  const found = async (side: Side): Promise<ShortLogins> => {
    const { attempts, toldAt, figures } = await runs[side].now()
    return { logins: attempts, toldMs: toldAt === null ? null : toldAt - began, cpuMs: figures.cpuMs }
  }
  const both = { enlace: await found('enlace'), bare: await found('bare') }
  await simulator.heal()
  for (const run of Object.values(runs)) await run.end()
  await simulator.untilOnline(0)
  return both
}
