import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openLastingShop } from '../src/adapters/test-support/lasting-shop.ts'
import { manyFolders, openings } from '../src/adapters/folders/test-support/many-folders.ts'
import { startSimulator } from '../src/simulator/server.ts'

const ORGANIZATIONS = 2_000
const JUNK = 10_000
/** Two looks know everything; what the disk has just been told is trusted after some seconds. */
const FIRST_LOOKS = 3
const LOOKS = 10
const PAUSE_MS = 5_000
/** How often the folders are looked at, unless a person has set otherwise. */
const EVERY_MS = 30_000

const STALL_MS = 50
const SHARE = 0.05
const NANOS_PER_MILLI = 1e6
const MICROS_PER_MILLI = 1e3

interface Look {
  readonly ms: number
  readonly cpuMs: number
  readonly stallMs: number
  readonly opened: number
}

/** The folders of thousands of organizations, among more that are none, looked at again and again. */
export async function soakWatcher(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-soak-'))
  const simulator = await startSimulator()
  try {
    say(`making ${ORGANIZATIONS} organizations and ${JUNK} other folders`)
    await manyFolders(join(folder, 'organizations'), ORGANIZATIONS, JUNK)
    await pause(PAUSE_MS)
    const begun = performance.now()
    const { supervisor } = await openLastingShop(folder, simulator.url)
    say(`started after ${Math.round(performance.now() - begun)} ms`)
    for (let n = 0; n < FIRST_LOOKS; n += 1)
      say(line('a first look', await measured(() => supervisor.check())))
    const looks: Look[] = []
    for (let n = 0; n < LOOKS; n += 1) {
      const look = await measured(() => supervisor.check())
      looks.push(look)
      say(line('a look', look))
    }
    await supervisor.end()
    return verdict(looks)
  } finally {
    await simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(work: () => Promise<void>): Promise<Look> {
  const { paths, end } = openings()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const cpu = process.cpuUsage()
  const begun = performance.now()
  delay.enable()
  await work()
  // A stall at the very end shows only when the loop has gone round.
  await pause(STALL_MS)
  delay.disable()
  const { user, system } = process.cpuUsage(cpu)
  end()
  return {
    ms: performance.now() - begun,
    cpuMs: (user + system) / MICROS_PER_MILLI,
    stallMs: delay.max / NANOS_PER_MILLI,
    // The list of the folders themselves is always read.
    opened: paths.length - 1,
  }
}

function verdict(looks: readonly Look[]): boolean {
  const stall = Math.max(...looks.map(({ stallMs }) => stallMs))
  const share = looks.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / looks.length / EVERY_MS
  const opened = Math.max(...looks.map((look) => look.opened))
  process.stdout.write(
    [
      `longest stall ${stall.toFixed(0)} ms (promised: ${STALL_MS})`,
      `a look every 30 s takes ${(share * 100).toFixed(1)} % of one core (promised: ${SHARE * 100})`,
      `opened where nothing has changed: ${opened} (promised: 0)\n`,
    ].join('\n'),
  )
  return stall <= STALL_MS && share <= SHARE && opened === 0
}

function line(what: string, { ms, cpuMs, stallMs, opened }: Look): string {
  const took = `${ms.toFixed(0)} ms, processor ${cpuMs.toFixed(0)} ms, longest stall ${stallMs.toFixed(0)} ms`
  return `${what}: ${took}, ${opened} opened`
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
