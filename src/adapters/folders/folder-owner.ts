import { readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { About } from '../../contract/session-view.ts'

const FILE = 'owner.json'
const owner = z.object({ pid: z.string(), account: z.string(), computer: z.string() })

/** Notes who holds a generation's folder. The lock is the database's; this only tells others whom to ask. */
export function noteOwner(folder: string): void {
  const note = { pid: String(process.pid), account: userInfo().username, computer: hostname() }
  try {
    writeFileSync(join(folder, FILE), JSON.stringify(note), { mode: 0o600 })
  } catch {
    // Nothing depends on it.
  }
}

/** Who held the folder last, where it was noted. */
export function ownerOf(folder: string): About | null {
  try {
    return { kind: 'holder', ...owner.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))) }
  } catch {
    return null
  }
}
