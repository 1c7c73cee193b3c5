import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceSync } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { readTextSync } from '../files/plain-file.ts'
import type { About } from '../../contract/session-view.ts'

const FILE = 'owner.json'
const owner = z.object({ pid: z.string(), account: z.string(), computer: z.string() })

/** Notes who holds a generation's folder. The lock is the database's; this only tells others whom to ask. */
export function noteOwner(folder: string): void {
  const note = { pid: String(process.pid), account: userInfo().username, computer: hostname() }
  try {
    replaceSync(join(folder, FILE), JSON.stringify(note))
  } catch {
    // Nothing depends on it.
  }
}

/** Who held the folder last, where it was noted. */
export function ownerOf(folder: string): About | null {
  try {
    return { kind: 'holder', ...owner.parse(parseJson(readTextSync(join(folder, FILE)))) }
  } catch {
    return null
  }
}
