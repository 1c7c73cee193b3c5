import type { Notice } from '../../contract/commands.ts'
import type { Millis } from '../../contract/session-view.ts'
import { type Birthplace, foreignOrganization } from './identity.ts'
import { Namesakes } from './namesakes.ts'
import type { Imports } from './imports.ts'
import type { FoundFolder, Ports } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'

/** What the watcher needs of those it watches over. */
export interface Watched {
  records(): readonly OrganizationRecord[]
  /** Where the organizations that are found are taken up. */
  birthplace(): Birthplace
  /** Shared with whoever else takes folders over. */
  readonly imports: Imports
  /** Takes an organization up; `start` where it is to run as it did. */
  take(record: OrganizationRecord): void
  /** Tells every session whether its folder is there. */
  patrol(isThere: (folder: string) => boolean): Promise<void>
  /** What is to be told has changed. */
  noticed(): void
}

/** What was seen of a folder that nobody runs. */
interface Sight {
  readonly stamp: string
  /** What everything in it looked like; null where it holds more than can be looked at. */
  readonly print: string | null
  /** Two looks have found it alike, or it will not be looked at further before its stamp changes. */
  readonly stable: boolean
}

type Stranger = Exclude<FoundFolder, { kind: 'silent' }>

/** How long one strange folder may keep the others waiting. What it takes longer for, goes on beside them. */
const PATIENCE_MS: Millis = 30_000

/**
 * Compares the folders on disk with what runs. What is new is taken up once it has stopped changing, so that a
 * folder that is still being copied is left alone; what cannot be taken up is said and never touched. What is known
 * comes first, and no folder holds up another.
 */
export class Watcher {
  readonly #ports: Ports
  readonly #watched: Watched
  #sights = new Map<string, Sight>()
  /** Folders of other servers that were refused, with the fingerprint they had then. */
  readonly #refused = new Map<string, string>()
  /** Folders that did not answer at the start of the program: what they hold runs as soon as they do. */
  readonly #awaited = new Set<string>()
  /** Strange folders that are being looked at or taken over. */
  readonly #underWay = new Set<string>()
  readonly #notices = new Map<string, Notice>()
  /** What there is, in the order of the list. */
  #names: readonly string[] = []

  constructor(ports: Ports, watched: Watched) {
    this.#ports = ports
    this.#watched = watched
  }

  get notices(): readonly Notice[] {
    return this.#names.flatMap((folder) => this.#notices.get(folder) ?? [])
  }

  /**
   * @param settled at the start of the program what Enlace wrote is taken up at once, and nothing else is looked into; a
   *   folder of another server may be still on its way even then
   */
  async look(settled = false): Promise<void> {
    const records = this.#watched.records()
    const known = new Set(records.map((record) => record.sessionName))
    const familiar = new Set([...known, ...records.flatMap((record) => record.aliases)])
    const found = await this.#ports.folders.list(familiar)
    this.#names = found.map(({ folder }) => folder)
    this.#forgetAllBut(new Set(this.#names))
    const namesakes = new Namesakes(records)
    const strangers: Stranger[] = []
    for (const each of found) {
      const { folder, kind } = each
      if (kind === 'silent') this.#await(each.folder, each.answered, settled)
      else if (kind === 'organization' && known.has(folder)) this.#note(folder, null)
      else if (familiar.has(folder)) this.#note(folder, this.#considerKnown(each))
      else if (kind !== 'multi-file' && (settled || this.#awaited.delete(folder))) {
        this.#sights.set(folder, { stamp: each.stamp, print: each.stamp, stable: true })
        this.#note(folder, this.#considerOwn(each, namesakes))
      } else strangers.push(each)
    }
    // What was made while this look was under way is not in its list, and is there all the same.
    const there = new Set(this.#names)
    await this.#watched.patrol((folder) => there.has(folder) || !known.has(folder))
    if (settled) this.#watched.noticed()
    else await this.#meet(strangers)
  }

  /**
   * One after the other, since two may have the same name; but none waits for one that does not come to its end. There
   * may be thousands: what nothing has to be asked of the disk for goes at once.
   */
  async #meet(strangers: readonly Stranger[]): Promise<void> {
    for (const each of strangers) {
      const { folder } = each
      if (this.#underWay.has(folder)) continue
      const known = this.#atOnce(each)
      if (known !== undefined || each.kind === 'unreadable') {
        this.#note(folder, known ?? null)
        continue
      }
      this.#underWay.add(folder)
      const work = this.#inspect(each)
        .catch((error: unknown) => {
          this.#ports.log.warn('folder not looked at', { folder, error: String(error) })
          return unreadable(folder)
        })
        .then((notice) => {
          this.#underWay.delete(folder)
          this.#note(folder, notice)
          this.#watched.noticed()
        })
      await this.#atMost(PATIENCE_MS, work)
    }
    this.#watched.noticed()
  }

  /** What is to be told of a folder that need not be looked into; undefined where it must be. */
  #atOnce(found: Stranger): Notice | null | undefined {
    const { folder, kind, stamp } = found
    const before = this.#sights.get(folder)
    const asBefore = before?.stamp === stamp
    if (kind === 'unreadable') {
      this.#sights.set(folder, { stamp, print: stamp, stable: asBefore })
      return asBefore ? this.#considerOwn(found) : null
    }
    if (!before?.stable || !asBefore) return undefined
    if (kind === 'organization') return before.print === null ? unreadable(folder) : this.#considerOwn(found)
    const isRefused = before.print === null || this.#refused.get(folder) === before.print
    return isRefused ? { code: 'import-refused', folder } : undefined
  }

  #atMost(ms: Millis, work: Promise<void>): Promise<void> {
    const { clock } = this.#ports
    return new Promise((resolve) => {
      const cancel = clock.wake(clock.now() + ms, resolve)
      void work.then(() => {
        cancel()
        resolve()
      })
    })
  }

  async #inspect(found: Exclude<Stranger, { kind: 'unreadable' }>): Promise<Notice | null> {
    const { folder, kind, stamp } = found
    const before = this.#sights.get(folder)
    const print = await found.fingerprint()
    const stable = print === null || before?.print === print
    this.#sights.set(folder, { stamp, print, stable })
    if (!stable) return null
    if (kind === 'organization') return print === null ? unreadable(folder) : this.#considerOwn(found)
    return print === null ? { code: 'import-refused', folder } : this.#considerForeign(folder, print)
  }

  #considerKnown(found: Stranger): Notice | null {
    const { folder, kind } = found
    if (kind === 'organization') return this.#considerOwn(found)
    // A folder that a session was taken over from is the session's, whatever is left in it.
    const isSource = this.#watched.records().some((known) => known.aliases.includes(folder))
    if (isSource) return null
    return kind === 'unreadable' ? this.#considerOwn(found) : unreadable(folder)
  }

  #considerOwn(found: Exclude<Stranger, { kind: 'multi-file' }>, namesakes?: Namesakes): Notice | null {
    const { folder } = found
    if (found.kind === 'organization') {
      const others = namesakes ?? new Namesakes(this.#watched.records())
      return this.#considerOrganization(folder, found.record, others)
    }
    const { reason } = found
    if (!this.#notices.has(folder)) this.#ports.log.warn('unreadable folder', { folder, reason })
    return unreadable(folder)
  }

  #considerOrganization(folder: string, record: OrganizationRecord, others: Namesakes): Notice | null {
    if (others.has(folder)) return null
    const original = others.of(record.id, folder)
    if (original !== null) return { code: 'duplicate-identity', folder, name: original.name }
    if (record.sessionName !== folder) {
      return { code: 'folder-renamed', folder, sessionName: record.sessionName, name: record.name }
    }
    const { installation } = this.#ports
    const own = record.installation === null || record.installation === installation
    this.#watched.take(own ? record : { ...record, elsewhere: true })
    others.add(record)
    return null
  }

  async #considerForeign(folder: string, fingerprint: string): Promise<Notice | null> {
    const records = this.#watched.records()
    if (records.some((known) => known.aliases.includes(folder))) return null
    if (this.#refused.get(folder) === fingerprint) return { code: 'import-refused', folder }

    const { clock, importer, log } = this.#ports
    const made = foreignOrganization(folder, records, this.#watched.birthplace(), clock.now())
    const imported = made.ok
      ? await this.#watched.imports.adopt(
          importer,
          folder,
          made.value,
          () => this.#watched.records(),
          (record) => this.#watched.take(record),
        )
      : ({ kind: 'refused', reason: made.error.code } as const)
    if (imported.kind === 'taken') return null
    if (imported.kind === 'known') return { code: 'duplicate-identity', folder, name: imported.as.name }
    this.#refused.set(folder, fingerprint)
    log.warn('import refused', { folder, reason: imported.reason })
    return { code: 'import-refused', folder }
  }

  /** It is said, and looked at again when the disk has answered; what it holds stays as it is until then. */
  #await(folder: string, answered: Promise<void>, settled: boolean): void {
    if (settled) this.#awaited.add(folder)
    const isNew = this.#notices.get(folder)?.code !== 'folder-unreadable'
    this.#note(folder, unreadable(folder))
    if (!isNew) return
    this.#ports.log.warn('folder does not answer', { folder })
    void answered
      .then(() => this.look())
      .catch((error: unknown) => {
        this.#ports.log.warn('check failed', { error: String(error) })
      })
  }

  #note(folder: string, notice: Notice | null): void {
    if (notice === null) this.#notices.delete(folder)
    else this.#notices.set(folder, notice)
  }

  /** What is no longer there is another folder when it is back. */
  #forgetAllBut(there: ReadonlySet<string>): void {
    for (const kept of [this.#sights, this.#notices]) {
      for (const folder of kept.keys()) if (!there.has(folder)) kept.delete(folder)
    }
  }
}

function unreadable(folder: string): Notice {
  return { code: 'folder-unreadable', folder }
}
