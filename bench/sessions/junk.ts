import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pause, say } from '../progress.ts'
import { medians } from '../statistics.ts'
import type { LinkedSessions } from './linked.ts'
import { Run } from './run.ts'
import type { RemoteSimulator } from './simulator.ts'

export interface Start {
  /** From the start until the first session was online. */
  firstMs: number
  /** Until all were. */
  wallMs: number
  loopMax: number
}

/** The same start twice: alone, and beside a folder full of files that are none of Enlace's. */
export type BesideJunk = Readonly<Record<'alone' | 'beside', Start>>

/** How many are made at the same time. */
const AT_ONCE = 1_000

export async function measureJunk(
  linked: LinkedSessions,
  simulator: RemoteSimulator,
  sessions: number,
  files: number,
  rounds: number,
): Promise<BesideJunk> {
  const { folder } = await linked.job('enlace', sessions)
  const [away, here] = [join(folder, 'junk'), join(folder, 'organizations', 'junk')]
  say(`making ${files} files`)
  await fill(away, files)
  const found: Record<keyof BesideJunk, Start[]> = { alone: [], beside: [] }
  for (let round = 0; round < rounds; round += 1) {
    say(`start with ${sessions} beside ${files} files, round ${round + 1} of ${rounds}`)
    const turns = round % 2 === 0 ? (['alone', 'beside'] as const) : (['beside', 'alone'] as const)
    for (const turn of turns) {
      if (turn === 'beside') await rename(away, here)
      found[turn].push(await once(linked, simulator, sessions))
      if (turn === 'beside') await rename(here, away)
    }
  }
  await rm(away, { recursive: true })
  return { alone: medians(found.alone), beside: medians(found.beside) }
}

async function once(linked: LinkedSessions, simulator: RemoteSimulator, sessions: number): Promise<Start> {
  const run = await Run.of('enlace', { ...linked.same(sessions), watched: true })
  const { firstMs, lost, figures } = await run.start()
  if (lost > 0) throw new Error(`${lost} of ${sessions} sessions did not come online`)
  await run.end()
  await simulator.untilOnline(0)
  // The system still has the last process's files to put away.
  await pause(500)
  return { firstMs, wallMs: figures.wallMs, loopMax: figures.loopMax }
}

async function fill(folder: string, files: number): Promise<void> {
  await mkdir(folder)
  for (let at = 0; at < files; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, files - at) }, (_, n) => at + n)
    await Promise.all(some.map((n) => writeFile(join(folder, `foto-${n}.jpg`), 'x')))
  }
}
