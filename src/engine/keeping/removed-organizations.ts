import { failure, ok, type Result } from '../../contract/result.ts'
import type { Millis } from '../../contract/session-view.ts'
import { lookForOverdue } from '../session/expiry.ts'
import type { Ports } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'

/** An organization that is back; `runs` where another program has brought it back, and perhaps runs it. */
interface BroughtBack {
  readonly record: OrganizationRecord
  readonly runs: boolean
}

/** Organizations that were put aside as a whole and whose time has not come. */
export class RemovedOrganizations {
  readonly #ports: Pick<Ports, 'clock' | 'folders' | 'sessions' | 'log'>
  readonly #byId = new Map<string, OrganizationRecord>()

  constructor(ports: Pick<Ports, 'clock' | 'folders' | 'sessions' | 'log'>) {
    this.#ports = ports
  }

  get records(): readonly OrganizationRecord[] {
    return [...this.#byId.values()]
  }

  put(record: OrganizationRecord): void {
    this.#byId.set(record.id, record)
  }

  async bringBack(organizationId: string): Promise<Result<BroughtBack>> {
    const removed = this.#byId.get(organizationId)
    if (!removed) return failure('unknown-organization')
    const { folders } = this.#ports
    const lock = await folders.lock(removed)
    if (lock.kind === 'refused') return failure('storage', { cause: lock.cause.code })
    if (lock.kind === 'overtaken') {
      this.#byId.delete(organizationId)
      return ok({ record: lock.record, runs: true })
    }
    const overdue = removed.overdue.filter(({ generation }) => generation !== null)
    const record = { ...removed, removedAt: null, overdue }
    const outcome = await folders.write(record)
    lock.release()
    if (!outcome.ok) return failure('storage', { cause: outcome.cause.code })
    this.#byId.delete(organizationId)
    return ok({ record, runs: false })
  }

  /** Deletes what was put aside for too long. What cannot be deleted now keeps its place until the next time. */
  async expire(quarantineMs: Millis): Promise<void> {
    const { log } = this.#ports
    for (const removed of this.records) {
      try {
        await this.#look(removed, quarantineMs)
        await this.#bringUp(removed)
      } catch (error) {
        log.warn('expiry failed', { session: removed.sessionName, error: String(error) })
      }
    }
  }

  async #look(removed: OrganizationRecord, quarantineMs: Millis): Promise<void> {
    const { clock, folders, log } = this.#ports
    const { record, goneAsWhole } = lookForOverdue(removed, clock.now(), quarantineMs)
    if (goneAsWhole) {
      await folders.discard(record)
      this.#byId.delete(record.id)
      log.info('removed organization expired', { session: record.sessionName })
    } else if (record !== removed) {
      this.#byId.set(record.id, record)
      await folders.write(record)
    }
  }

  /** It may lie for weeks. */
  async #bringUp({ id }: OrganizationRecord): Promise<void> {
    const record = this.#byId.get(id)
    if (!record) return
    const { folders, sessions, log } = this.#ports
    const lock = await folders.lock(record)
    if (lock.kind !== 'held') return
    try {
      const broughtUp = await sessions.bringUp(record, null)
      for (const name of broughtUp) log.info('brought up', { session: record.sessionName, name })
    } finally {
      lock.release()
    }
  }
}
