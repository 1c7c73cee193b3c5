import { startSimulator } from '../../src/simulator/server.ts'
import { dataFolder, Enlace } from '../support/enlace.ts'
import { Stage } from '../support/stage.ts'

/** Plays on a stage of its own, and puts everything away afterwards, whatever happened. */
export async function played<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await dataFolder()
  const simulator = await startSimulator()
  const stage = new Stage(folder.path, simulator, (options) =>
    Enlace.launch(folder.path, { whatsappUrl: simulator.url, ...options }),
  )
  try {
    return await play(stage)
  } finally {
    await stage.strike()
    await simulator.stop()
    await folder.remove()
  }
}

/** Works through all of them, so many at once; gives the names of those that failed, after the reason. */
export async function playAll(
  names: readonly string[],
  atOnce: number,
  play: (name: string) => Promise<void>,
): Promise<readonly string[]> {
  const left = [...names]
  const failed: string[] = []
  const work = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      try {
        await play(name)
        process.stdout.write(`✓ ${name}\n`)
      } catch (error) {
        failed.push(name)
        process.stdout.write(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return failed
}
