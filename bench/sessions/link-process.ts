import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import { organizationFolder } from '../../src/adapters/folders/organization-folders.ts'
import { SealedRows } from '../../src/adapters/seals/sealed-rows.ts'
import type { Supervisor } from '../../src/engine/keeping/supervisor.ts'
import { endWithParent } from '../child-side.ts'
import { pause } from '../progress.ts'
import { startEnlace } from './enlace.ts'
import { FixedVault } from './fixed-vault.ts'
import { job as jobSchema } from './figures.ts'
import { Tally } from './measured.ts'
import { RemoteSimulator } from './simulator.ts'

/**
 * Links organizations through the simulator as a person would, and writes each session a second time as Baileys'
 * multi-file folder: both sides then restore the very same credentials. Nothing of this is measured.
 */
const AT_ONCE = 3

silenceConsole()
endWithParent()
const job = jobSchema
  .extend({ control: z.string(), multiFile: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const { supervisor } = await startEnlace(job, new Tally())
const simulator = new RemoteSimulator(job.url, job.control)

let next = 0
await Promise.all(Array.from({ length: AT_ONCE }, work))
await supervisor.end()
for (let n = 0; n < job.sessions; n += 1) await exportMultiFile(n)
process.send?.({ linked: job.sessions })
process.exit(0)

async function work(): Promise<void> {
  while (next < job.sessions) {
    const n = next
    next += 1
    await link(supervisor, idOf(n), `5730${String(10_000_000 + n)}`)
  }
}

async function link(engine: Supervisor, id: string, number: string): Promise<void> {
  const created = await engine.create({ name: `Tienda ${id}`, id }, id)
  if (!created.ok) throw new Error(`${id}: ${created.error.code}`)
  engine.command(id, 'link')
  const qr = await until(() => engine.find(id)?.qrText ?? null)
  await simulator.scan(qr, number)
  await until(() => (engine.view(id, () => '')?.session.status === 'online' ? true : null))
}

async function until<T>(look: () => T | null): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = look()
    if (found !== null) return found
    await pause(5)
  }
  throw new Error('a session did not link')
}

/** What the sealed store holds, in the layout of Baileys' `useMultiFileAuthState`. */
async function exportMultiFile(n: number): Promise<void> {
  const record = supervisor.find(idOf(n))?.record
  if (!record) throw new Error(`no organization ${idOf(n)}`)
  const root = organizationFolder(join(job.folder, 'organizations'), record.sessionName)
  const db = new DatabaseSync(join(root, `g${record.generation}`, 'auth.db'), { readOnly: true })
  const folder = join(job.multiFile, idOf(n))
  await mkdir(folder, { recursive: true })
  const wrapped = db.prepare("SELECT value FROM meta WHERE name = 'data-key'").get()?.['value']
  if (!(wrapped instanceof Uint8Array)) throw new Error('no data key')
  const unwrapped = await new FixedVault(job.vaultKey).unwrap(wrapped)
  if (!unwrapped.ok) throw new Error(unwrapped.why)
  const rows = new SealedRows(unwrapped.key, { organizationId: record.id, generation: record.generation })
  for (const row of db.prepare('SELECT type, hash, value FROM entry').all()) {
    const type = String(row['type'])
    const opened = rows.open(type, row['hash'], row['value'])
    if (opened === null) throw new Error(`a ${type} does not open`)
    const { id, value } = opened
    const file =
      type === 'creds' ? 'creds.json' : `${type}-${id}.json`.replaceAll('/', '__').replaceAll(':', '-')
    await writeFile(join(folder, file), value)
  }
  db.close()
}

function idOf(n: number): string {
  return `shop-${String(n).padStart(3, '0')}`
}
