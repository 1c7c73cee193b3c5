import { cp, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pause, say } from '../progress.ts'
import type { RemoteSimulator } from '../sessions/simulator.ts'
import { medians } from '../statistics.ts'
import { BLANK, ElectronApp, ENLACE } from './electron.ts'
import type { TreeMemory } from './process-tree.ts'

export interface AppMemory {
  readonly blank: TreeMemory
  readonly withSessions: ReadonlyMap<number, TreeMemory>
}

/** Long enough for what starting leaves behind to be done, and for V8 to notice that nothing happens any more. */
const SETTLE_MS = 30_000
const SAMPLES = 3

/** Memory of all of the app's processes while nothing happens, beside a blank window's. */
export async function measureMemory(
  parent: string,
  linked: string,
  simulator: RemoteSimulator,
  sizes: readonly number[],
  rounds: number,
): Promise<AppMemory> {
  const blank: TreeMemory[] = []
  const found = new Map<number, TreeMemory[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < rounds; round += 1) {
    say(`memory of the app, round ${round + 1} of ${rounds}`)
    blank.push(await once(BLANK, await mkdtemp(join(parent, 'blank-')), simulator, 0))
    for (const [size, memories] of found) {
      memories.push(await once(ENLACE, await copyOf(parent, linked, size), simulator, size))
    }
  }
  const withSessions = new Map([...found].map(([size, memories]) => [size, medians(memories)]))
  return { blank: medians(blank), withSessions }
}

async function once(
  app: string,
  folder: string,
  simulator: RemoteSimulator,
  sessions: number,
): Promise<TreeMemory> {
  const running = await ElectronApp.start(app, folder, { ENLACE_WHATSAPP_URL: simulator.url })
  await running.detach()
  await simulator.untilOnline(sessions)
  await pause(SETTLE_MS)
  const samples: TreeMemory[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    samples.push(await running.memory())
    await pause(300)
  }
  await running.close()
  await simulator.untilOnline(0)
  return medians(samples)
}

/** The app's data folder with only the first organizations. */
async function copyOf(parent: string, linked: string, organizations: number): Promise<string> {
  const folder = await mkdtemp(join(parent, 'app-'))
  const names = await readdir(join(linked, 'organizations'))
  const left = new Set(
    names
      .toSorted()
      .slice(organizations)
      .map((name) => join(linked, 'organizations', name)),
  )
  await cp(linked, folder, { recursive: true, filter: (source) => !left.has(source) && !isLock(source) })
  await mkdir(join(folder, 'organizations'), { recursive: true })
  return folder
}

/** Chromium's marks of a running instance. */
function isLock(path: string): boolean {
  return /Singleton(Lock|Cookie|Socket)$/.test(path)
}
