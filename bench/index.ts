import { measureRestore } from './sessions/restore.ts'
import { measureReconnect } from './sessions/reconnect.ts'
import { LinkedSessions } from './sessions/linked.ts'
import { startRemoteSimulator } from './sessions/simulator.ts'
import { measureStore } from './store/store.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
const folder = await mkdtemp(join(tmpdir(), 'enlace-bench-'))
const [simulator, end] = await startRemoteSimulator()
try {
console.log(await measureStore(folder, 10))
console.time('link')
const linked = await LinkedSessions.make(folder, simulator, 10)
console.timeEnd('link')
console.log(await measureRestore(linked, simulator, 1, 2))
console.log(await measureRestore(linked, simulator, 10, 2))
console.log(await measureReconnect(linked, simulator, 10, {rounds: 2, outageMs: 3000}))
} finally { await end(); await rm(folder, {recursive: true}) }
