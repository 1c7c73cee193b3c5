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

/** A stage for several tests in a row, which the caller strikes. */
export async function sharedStage(): Promise<{ stage: Stage; strike: () => Promise<void> }> {
  const folder = await dataFolder()
  const simulator = await startSimulator()
  const stage = new Stage(folder.path, simulator, (options) =>
    Enlace.launch(folder.path, { whatsappUrl: simulator.url, ...options }),
  )
  return {
    stage,
    strike: async () => {
      await stage.strike()
      await simulator.stop()
      await folder.remove()
    },
  }
}

export { expect } from './patience.ts'
