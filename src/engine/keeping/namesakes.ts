import type { OrganizationRecord } from '../record.ts'

/**
 * Organizations by id and by session name, of which there may be thousands. Those that differ in case alone are the same
 * for a person, and for some file systems.
 */
export class Namesakes {
  readonly #byId = new Map<string, OrganizationRecord>()
  readonly #bySessionName = new Map<string, OrganizationRecord>()

  constructor(records: readonly OrganizationRecord[]) {
    for (const record of records) this.add(record)
  }

  /** The first one with a name keeps it. */
  add(record: OrganizationRecord): void {
    const { id, sessionName } = record
    const names = [
      [this.#byId, id.toLowerCase()],
      [this.#bySessionName, sessionName.toLowerCase()],
    ] as const
    for (const [all, name] of names) if (!all.has(name)) all.set(name, record)
  }

  /** Whether this very folder is an organization's. */
  has(folder: string): boolean {
    return this.#bySessionName.get(folder.toLowerCase())?.sessionName === folder
  }

  /** The organization that already has this id or this folder. */
  of(id: string, folder: string): OrganizationRecord | null {
    return this.#byId.get(id.toLowerCase()) ?? this.#bySessionName.get(folder.toLowerCase()) ?? null
  }
}
