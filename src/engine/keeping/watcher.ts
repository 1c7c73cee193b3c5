import type { Notice } from '../../contract/commands.ts'
import { type Birthplace, foreignOrganization } from './identity.ts'
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
  patrol(isThere: (folder: string) => boolean): void
}

/**
 * Compares the folders on disk with what runs. What is new is taken up once it has stopped changing, so that a
 * folder that is still being copied is left alone; what cannot be taken up is said and never touched.
 */
export class Watcher {
  readonly #ports: Ports
  readonly #watched: Watched
  /** What a folder looked like the last time, by its name. */
  #fingerprints: ReadonlyMap<string, string> = new Map()
  /** Folders of other servers that were refused, with the fingerprint they had then. */
  readonly #refused = new Map<string, string>()
  #notices: readonly Notice[] = []

  constructor(ports: Ports, watched: Watched) {
    this.#ports = ports
    this.#watched = watched
  }

  get notices(): readonly Notice[] {
    return this.#notices
  }

  /**
   * @param settled at the start of the program what Enlace wrote is taken up at once; a folder of another server may
   *   still be on its way even then, and what is copied later would never be looked for
   */
  async look(settled = false): Promise<void> {
    const records = this.#watched.records()
    const known = new Set(records.map((record) => record.sessionName))
    const familiar = new Set([...known, ...records.flatMap((record) => record.aliases)])
    const found = await this.#ports.folders.list(familiar)
    const notices: Notice[] = []
    const fingerprints = new Map<string, string>()
    for (const each of found) {
      const { folder, kind } = each
      const atOnce = familiar.has(folder) || (settled && kind !== 'multi-file')
      if (!atOnce) fingerprints.set(folder, await each.fingerprint())
      const stable = atOnce || this.#fingerprints.get(folder) === fingerprints.get(folder)
      const notice = stable ? await this.#consider(each) : null
      if (!notice) continue
      notices.push(notice)
      // It is still there the next time, and has to be known as the same then.
      if (!fingerprints.has(folder)) fingerprints.set(folder, await each.fingerprint())
    }
    this.#fingerprints = fingerprints
    this.#notices = notices
    // What was made while this look was under way is not in its list, and is there all the same.
    const there = new Set(found.map(({ folder }) => folder))
    this.#watched.patrol((folder) => there.has(folder) || !known.has(folder))
  }

  async #consider(found: FoundFolder): Promise<Notice | null> {
    switch (found.kind) {
      case 'organization':
        return this.#considerOrganization(found.folder, found.record)
      case 'multi-file':
        return this.#considerForeign(found.folder, await found.fingerprint())
      case 'unreadable': {
        // What is left of a folder that a session was taken over from is not expected to be one.
        const records = this.#watched.records()
        if (records.some((known) => known.aliases.includes(found.folder))) return null
        this.#ports.log.warn('unreadable folder', { folder: found.folder, reason: found.reason })
        return { code: 'folder-unreadable', folder: found.folder }
      }
    }
  }

  #considerOrganization(folder: string, record: OrganizationRecord): Notice | null {
    const records = this.#watched.records()
    if (records.some((known) => known.sessionName === folder)) return null
    const original = records.find((known) => known.id === record.id)
    if (original !== undefined) return { code: 'duplicate-identity', folder, name: original.name }
    if (record.sessionName !== folder) {
      return { code: 'folder-renamed', folder, sessionName: record.sessionName, name: record.name }
    }
    const { installation } = this.#ports
    const own = record.installation === null || record.installation === installation
    this.#watched.take(own ? record : { ...record, elsewhere: true })
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
}
