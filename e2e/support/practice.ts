import { createHash } from 'node:crypto'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { inMain } from './in-main.ts'

/** What Enlace itself keeps in its data folder; the rest is Chromium's. */
const OWN = ['installation-id', 'organizations', 'preferences.json', 'whatsapp-version.json']

/**
 * A digest of each file below a folder, by its path.
 *
 * @param only Enlace's own files; else everything but practice mode's folder
 */
export async function digests(folder: string, only: 'own' | 'all'): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => {
      const top = path.split(/[\\/]/)[0] ?? ''
      return only === 'own' ? OWN.includes(top) : top !== 'practice'
    })
  const read = files.toSorted().map(async (path) => {
    // What was being written when the folder was read has another name by now: the next look finds it.
    const bytes = await readFile(join(folder, path)).catch(() => null)
    return [path, bytes === null ? 'gone' : createHash('sha256').update(bytes).digest('hex')] as const
  })
  return new Map(await Promise.all(read))
}

/** The process that holds a profile folder, as Chromium's lock on Linux and macOS names it; null while nobody does. */
export async function lockHolder(profile: string): Promise<number | null> {
  const target = await readlink(join(profile, 'SingletonLock')).catch(() => null)
  const pid = Number(target?.slice(target.lastIndexOf('-') + 1))
  // Nought would be the test's own process group.
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Ends practice mode's simulated WhatsApp, as when it crashes. */
export async function killSimulator(app: ElectronApplication): Promise<void> {
  const pid = await inMain(
    app,
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes('practice'))
        ?.pid,
  )
  if (pid === undefined) throw new Error('no simulator runs')
  process.kill(pid, 'SIGKILL')
}
