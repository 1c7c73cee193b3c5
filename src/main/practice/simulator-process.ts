import { silenceConsole } from '../../adapters/runtime/quiet-console.ts'
import { controlSimulator } from '../../simulator/control.ts'
import { startSimulator } from '../../simulator/server.ts'

/** Practice mode's simulator, in a utility process: obeys messages from main and answers each. */
silenceConsole()
const [, , stateFile, port] = process.argv
const simulator = await startSimulator({
  port: Number(port ?? 0),
  ...(stateFile === undefined ? {} : { stateFile }),
})
const obey = controlSimulator(simulator)
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  void obey(data).then((reply) => process.parentPort.postMessage(reply))
})
process.parentPort.postMessage({ kind: 'ready', url: simulator.url })
