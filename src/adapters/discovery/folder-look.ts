import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FoundFolder } from '../../engine/ports.ts'
import { withinTime } from '../files/deadline.ts'
import { errorCode } from '../files/patience.ts'
import { isDeviceName, isOwnName } from '../records/own-names.ts'
import { COPY, readRecord, RECORD, recovered } from '../records/record-file.ts'
import { type Stamp, stampBehind, stampOf } from './stamp.ts'
import { TooMuch, walk, type WalkLimits } from './walk.ts'

const CREDS = 'creds.json'
/** What may say that a folder is something; one that is missing cannot come without the folder's own stamp changing. */
const TELLING = [RECORD, COPY, CREDS] as const

/** An organization's: its generations with their snapshots, a few dozen files. */
const ORGANIZATION: WalkLimits = { most: 10_000, depth: 3, counts: isOwnName }
/** Baileys keeps all files of a session in one folder; those of a big shop are 12,000. */
const MULTI_FILE: WalkLimits = { most: 50_000, depth: 0, counts: (name) => name.endsWith('.json') }
const WALK_MS = 30_000

/** What was seen at a name, with what would be otherwise if it were seen again. */
export interface Seen {
  readonly familiar: boolean
  readonly stamps: ReadonlyMap<string, Stamp>
  readonly found: FoundFolder | null
}

/**
 * Looks at one name among the organizations. It is only opened where something has changed since the last time.
 *
 * @param before what the last look gave
 * @returns what is nothing of Enlace's or Baileys' and no folder is `found: null`
 */
export async function look(
  root: string,
  folder: string,
  familiar: boolean,
  before: Seen | undefined,
): Promise<Seen> {
  const path = join(root, folder)
  if (process.platform === 'win32' && isDeviceName(folder)) return unreadable(folder, familiar, 'a device')
  try {
    if (before?.familiar === familiar && (await isAsBefore(path, before))) return before
    const stamps = await stampsOf(path, TELLING)
    const own = stamps.get('')
    const found = own?.isFolder ? await read(path, folder, familiar, stamps) : null
    return { familiar, stamps, found }
  } catch (error) {
    return unreadable(folder, familiar, error instanceof Error ? error.message : String(error))
  }
}

function unreadable(folder: string, familiar: boolean, reason: string): Seen {
  return { familiar, stamps: new Map(), found: { kind: 'unreadable', folder, reason, stamp: reason } }
}

async function isAsBefore(path: string, { stamps }: Seen): Promise<boolean> {
  if (stamps.size === 0) return false
  for (const stamp of stamps.values()) if (!stamp.settled) return false
  const now = await stampsOf(
    path,
    [...stamps.keys()].filter((name) => name !== ''),
  )
  return textOf(now) === textOf(stamps)
}

/** The folder's own under the empty name; what is missing has none. */
async function stampsOf(path: string, names: readonly string[]): Promise<ReadonlyMap<string, Stamp>> {
  const stamps = new Map<string, Stamp>()
  const own = await stampOf(path)
  // Followed where it is a link, and only here: people put a big folder elsewhere that way.
  const behind = own?.isLink ? await stampBehind(path) : own
  if (!behind) return stamps
  stamps.set('', behind)
  if (!behind.isFolder) return stamps
  for (const name of names) {
    const stamp = await stampOf(join(path, name))
    if (stamp) stamps.set(name, stamp)
  }
  return stamps
}

function textOf(stamps: ReadonlyMap<string, Stamp>): string {
  return [...stamps].map(([name, { text }]) => `${name} ${text}`).join('\n')
}

async function read(
  path: string,
  folder: string,
  familiar: boolean,
  stamps: ReadonlyMap<string, Stamp>,
): Promise<FoundFolder> {
  const stamp = textOf(stamps)
  const none = { ok: false, newer: false, reason: `no ${RECORD}` } as const
  const main = stamps.has(RECORD) ? await readRecord(path) : none
  // A newer Enlace knows better than a copy that this one could read.
  const trusted = main.ok ? main.record.sessionName === folder : main.newer
  const parsed = trusted || !stamps.has(COPY) ? main : await recovered(path, folder, main, familiar)
  if (parsed.ok) {
    const fingerprint = () => fingerprintOf(path, ORGANIZATION)
    return { kind: 'organization', folder, record: parsed.record, stamp, fingerprint }
  }
  // Looked for only where there is no record: a folder of Enlace's is Enlace's, whatever else lies in it.
  if (!stamps.has(RECORD) && stamps.get(CREDS)?.isFile === true) {
    return { kind: 'multi-file', folder, stamp, fingerprint: () => fingerprintOf(path, MULTI_FILE) }
  }
  return { kind: 'unreadable', folder, reason: parsed.reason, stamp }
}

/** Names, sizes and times of what counts in a folder; null where that is too much, or the disk does not tell in time. */
async function fingerprintOf(path: string, limits: WalkLimits): Promise<string | null> {
  const hash = createHash('sha256')
  let late = false
  const walking = async () => {
    for await (const { name, size, mtimeMs } of walk(path, limits)) {
      if (late) return
      hash.update(`${name}\0${size}\0${mtimeMs}\n`)
    }
  }
  try {
    await withinTime(WALK_MS, walking())
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof TooMuch || errorCode(error) === 'ETIMEDOUT') return null
    throw error
  } finally {
    late = true
  }
}
