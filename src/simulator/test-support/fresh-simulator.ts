import { afterEach, beforeEach, vi } from 'vitest'
import { startSimulator, type Simulator, type SimulatorOptions } from '../server.ts'
import { closeClients } from './client.ts'

/** A fresh simulator for each test of the file; clients and console noise are cleared away afterwards. */
export function freshSimulator(options: SimulatorOptions = {}): () => Simulator {
  let simulator: Simulator | undefined
  beforeEach(async () => {
    // libsignal prints keys and failures on the console.
    for (const method of ['info', 'warn', 'error', 'log'] as const) {
      vi.spyOn(console, method).mockReturnValue()
    }
    simulator = await startSimulator(options)
  })
  afterEach(async () => {
    closeClients()
    await simulator?.stop()
    vi.restoreAllMocks()
  })
  return () => {
    if (!simulator) throw new Error('the simulator runs only inside a test')
    return simulator
  }
}
