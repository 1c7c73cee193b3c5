import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import { startSimulator, type Simulator } from '../../src/simulator/server.ts'
import { test as base } from 'playwright/test'
import { dataFolder, Enlace, type LaunchOptions } from './enlace.ts'
import { Stage } from './stage.ts'

export interface Fixtures {
  /** This test's own data folder. */
  folder: string
  /** A folder that is none of Enlace's. */
  elsewhere: string
  simulator: Simulator
  /** Starts the app on this test's folder and simulator; whatever still runs at the end is closed. */
  launch: (options?: LaunchOptions) => Promise<Enlace>
  /** Where states and faults are played; nothing has been started on it. */
  stage: Stage
}

// The simulator's phones run libsignal in this process.
silenceConsole()

async function ofItsOwn({}: object, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await dataFolder()
  await use(folder.path)
  await folder.remove()
}

export const test = base.extend<Fixtures>({
  folder: ofItsOwn,
  elsewhere: ofItsOwn,
  simulator: async ({}, use) => {
    const simulator = await startSimulator()
    await use(simulator)
    await simulator.stop()
  },
  launch: async ({ folder, simulator }, use) => {
    const started: Enlace[] = []
    await use(async (options = {}) => {
      const enlace = await Enlace.launch(folder, { whatsappUrl: simulator.url, ...options })
      started.push(enlace)
      return enlace
    })
    for (const enlace of started) await enlace.close().catch(() => {})
  },
  stage: async ({ folder, simulator, launch }, use) => {
    const stage = new Stage(folder, simulator, launch)
    await use(stage)
    await stage.strike()
  },
})

/**
 * One stage for all tests of the group in which this is called: they come one after the other, and each begins where
 * the one before has left it.
 *
 * @param prepare before the first of them
 * @returns the stage, for use inside of a test
 */
export function sharedStage(prepare: (stage: Stage) => Promise<unknown> = async () => {}): () => Stage {
  test.describe.configure({ mode: 'default' })
  let shared: Stage | null = null
  let strike = async () => {}
  test.beforeAll(async () => {
    const folder = await dataFolder()
    const simulator = await startSimulator()
    const stage = new Stage(folder.path, simulator, (options) =>
      Enlace.launch(folder.path, { whatsappUrl: simulator.url, ...options }),
    )
    shared = stage
    strike = async () => {
      await stage.strike()
      await simulator.stop()
      await folder.remove()
    }
    await prepare(stage)
  })
  test.afterAll(() => strike())
  return () => {
    if (shared === null) throw new Error('the stage is there inside of tests')
    return shared
  }
}

export { expect } from './patience.ts'
