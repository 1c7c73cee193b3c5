import { toNamespacedPath } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sizeOf } from '../files/plain-file.ts'

/** SQLite checks some 100 MB a second, in one piece: what is longer is not checked where everything else runs. */
const LARGE_BYTES = 4 * 1024 * 1024

/**
 * In the text itself: the program is packed into few files, of which none is this. It holds the database alone while it
 * looks, as whoever opens it after it does, so that nothing is put beside it.
 */
const CHECK = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { DatabaseSync } = require('node:sqlite')
  const db = new DatabaseSync(workerData.path)
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -64')
    const answers = db.prepare('PRAGMA integrity_check').all()
    parentPort.postMessage(answers.length === 1 && answers[0].integrity_check === 'ok')
  } finally {
    db.close()
  }
`

/**
 * Whether SQLite finds nothing wrong with a large database that nobody has open, checked in a thread of its own; null
 * where it is small enough to be checked by whoever opens it, or where the check came to nothing.
 */
export async function soundnessOf(path: string): Promise<boolean | null> {
  if ((await bytesOf(path)) + (await bytesOf(`${path}-wal`)) < LARGE_BYTES) return null
  return new Promise((resolve) => {
    const worker = new Worker(CHECK, { eval: true, workerData: { path: toNamespacedPath(path) } })
    let found: boolean | null = null
    worker.once('message', (sound: unknown) => {
      found = sound === true
    })
    // Whatever keeps it from looking is met again, and named, by whoever opens the database.
    worker.once('error', () => resolve(null))
    // Not before: until then the thread may hold it.
    worker.once('exit', () => resolve(found))
  })
}

function bytesOf(path: string): Promise<number> {
  return sizeOf(path).catch(() => 0)
}
