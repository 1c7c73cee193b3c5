import type { Cause } from '../../contract/cause.ts'
import { causeIn } from '../session/cause-in.ts'
import type { Effect, Occurrence } from '../session/events.ts'
import type { Ports, Refusal, SessionSocket, StoredSession } from '../ports.ts'
import type { Account } from '../account.ts'
import type { OrganizationRecord } from '../record.ts'
import { requestOf, retireLink } from './retire-link.ts'

/** What the hands need of the mailbox they work for. */
export interface Mailbox {
  readonly post: (occurrence: Occurrence) => void
  /** The present epoch: what was asked for under an older one is no longer wanted. */
  readonly epoch: () => number
  /** Whether it neither runs nor is about to. */
  readonly isResting: () => boolean
  /** Claims an account for this session; says the name of the organization that already runs it. */
  readonly claim: (account: Account) => string | null
  /** A record could not be written. */
  readonly onUnwritten: () => void
  readonly log: (event: string, fields: Readonly<Record<string, string | number | null>>) => void
}

/**
 * Carries out a session's effects, in order, one at a time, and posts what came of them. Here, and only here, an
 * organization's socket and store are held, so that there is never more than one of either.
 */
export class SessionHands {
  readonly #ports: Ports
  readonly #mailbox: Mailbox
  #onDisk: OrganizationRecord
  #written: OrganizationRecord
  #stored: StoredSession | null = null
  /** The generation of what is stored there. */
  #inUse: number | null = null
  #socket: SessionSocket | null = null
  #work: Promise<void> = Promise.resolve()
  /** The generation that another installation has sealed, as long as it has not opened here. */
  #sealedElsewhere: number | null
  #ended = false
  /** Lets the folder go; null while it is not held. */
  #release: (() => void) | null = null
  /** After a failed effect, what was still to come under its epoch, or was asked for before, is not carried out. */
  #failedEpoch = -1

  constructor(record: OrganizationRecord, ports: Ports, mailbox: Mailbox) {
    this.#onDisk = record
    this.#written = record
    this.#ports = ports
    this.#mailbox = mailbox
    this.#sealedElsewhere = this.#isForeign(record) ? record.generation : null
  }

  /** The record as the disk has it. */
  get onDisk(): OrganizationRecord {
    return this.#onDisk
  }

  /** Whether a record has been written, or is the one that was read. */
  hasWritten(record: OrganizationRecord): boolean {
    return this.#written === record
  }

  /** Queues effects behind those that are under way. */
  take(effects: readonly Effect[]): void {
    for (const effect of effects) this.#work = this.#work.then(() => this.#carryOut(effect))
    this.#work = this.#work.then(() => this.#letGo())
  }

  /** Resolves when everything queued so far has been carried out. */
  done(): Promise<void> {
    return this.#work
  }

  /** Frees the socket and closes the store. */
  async end(): Promise<void> {
    await this.#work
    this.#close()
    this.#ended = true
    this.#letGo()
  }

  async #carryOut(effect: Effect): Promise<void> {
    if ('epoch' in effect && effect.epoch <= this.#failedEpoch) return
    try {
      await this.#run(effect)
    } catch (error) {
      // A defect in one session must not reach another: it becomes this session's cause.
      this.#mailbox.log('effect failed', { effect: effect.type, error: String(error) })
      this.#fail(effect, causeIn(error))
    }
  }

  async #run(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'disconnect':
        this.#disconnect()
        return
      case 'close':
        this.#close()
        return
      case 'write':
        return this.#write(effect)
      case 'open':
        return effect.epoch === this.#mailbox.epoch() ? this.#open(effect.epoch, effect.record) : undefined
      case 'connect':
        return effect.epoch === this.#mailbox.epoch()
          ? this.#connect(effect.epoch, effect.renewVersion)
          : undefined
      case 'check':
        this.#socket?.check()
        return
      case 'request-code':
        this.#socket?.requestCode(effect.number)
        return
      case 'use-passkey':
        this.#socket?.usePasskey(effect.way)
        return
      case 'confirm-code':
        this.#socket?.confirmCode()
        return
      case 'test':
        this.#socket?.test()
        return
      case 'send-keys':
        this.#socket?.sendKeys()
        return
      case 'snapshot':
        return this.#snapshot()
      case 'look-for-source':
        // Not awaited: it may lie on a drive that takes its time.
        void this.#ports.importer.holds(effect.source).then(
          (there) => this.#mailbox.post({ type: 'source-seen', there }),
          (error: unknown) => this.#mailbox.log('source not looked at', { error: String(error) }),
        )
        return
      case 'renew':
        if (this.#stored)
          this.#mailbox.post({ type: 'renewed', epoch: effect.epoch, values: this.#stored.renew() })
        return
      case 'restore': {
        const refusal = await this.#hold()
        const outcome = refusal
          ? ({ ok: false, cause: refusal.cause } as const)
          : await this.#ports.sessions.restore(requestOf(effect.record), effect.to)
        this.#mailbox.post({ type: 'restored', epoch: effect.epoch, outcome })
        return
      }
      case 'retire': {
        const { sessions, clock } = this.#ports
        if (await this.#hold()) {
          this.#mailbox.post({ type: 'retired', epoch: effect.epoch, confirmed: false })
          return
        }
        const old = { ...effect.record, generation: effect.aside.generation, linked: true }
        const confirmed = await retireLink(sessions, clock, requestOf(old))
        this.#mailbox.post({ type: 'retired', epoch: effect.epoch, confirmed })
        return
      }
      case 'discard':
        // Only what the disk, too, no longer names.
        if (this.#onDisk.quarantine.some(({ generation }) => generation === effect.generation)) return
        return this.#discard(effect.generation)
      case 'sweep':
        return this.#sweep()
      case 'checkpoint':
        this.#stored?.checkpoint()
        return
      case 'log-out': {
        const { epoch } = effect
        const socket = this.#socket
        // Not awaited: the socket may close first, and that must be heard.
        void (socket?.logOut() ?? Promise.resolve(false)).then(
          (confirmed) => this.#mailbox.post({ type: 'logged-out', epoch, confirmed }),
          () => this.#mailbox.post({ type: 'logged-out', epoch, confirmed: false }),
        )
      }
    }
  }

  /**
   * Keeps other programs away while this one works in the folder. Says why it may not; after `overtaken` nobody hears
   * it any more, since the session has gone on under another epoch.
   */
  async #hold(): Promise<Refusal | null> {
    if (this.#release !== null) return null
    const outcome = await this.#ports.folders.lock(this.#onDisk)
    switch (outcome.kind) {
      case 'held':
        this.#release = outcome.release
        return null
      case 'refused':
        return outcome
      case 'overtaken': {
        const foreign = this.#isForeign(outcome.record)
        const record = foreign ? { ...outcome.record, elsewhere: true } : outcome.record
        this.#onDisk = record
        this.#written = record
        this.#sealedElsewhere = foreign ? record.generation : null
        this.#failedEpoch = this.#mailbox.epoch()
        this.#mailbox.log('overtaken', { generation: record.generation })
        this.#mailbox.post({ type: 'overtaken', record })
        return { cause: { code: 'folder-in-use', detail: null }, about: null }
      }
    }
  }

  /** The folder is held for as long as the session runs or is about to, and while something is written. */
  #letGo(): void {
    if (!this.#ended && (this.#stored !== null || !this.#mailbox.isResting())) return
    this.#release?.()
    this.#release = null
  }

  #isForeign({ installation }: OrganizationRecord): boolean {
    return installation !== null && installation !== this.#ports.installation
  }

  async #open(epoch: number, record: OrganizationRecord): Promise<void> {
    const refusal = await this.#hold()
    if (refusal) {
      this.#failedEpoch = Math.max(epoch, this.#failedEpoch)
      this.#mailbox.post({ type: 'open-failed', epoch, ...refusal, snapshotAt: null })
      return
    }
    const outcome = await this.#ports.sessions.open(requestOf(record))
    if (!outcome.ok) {
      this.#failedEpoch = Math.max(epoch, this.#failedEpoch)
      const { cause, about, snapshotAt } = outcome
      this.#mailbox.post({ type: 'open-failed', epoch, cause, about, snapshotAt })
      return
    }
    this.#stored = outcome.session
    this.#inUse = record.generation
    if (this.#sealedElsewhere === record.generation && !record.elsewhere) {
      // It opens, so it is this installation's from now on.
      this.#sealedElsewhere = null
      await this.#write({ type: 'write', epoch, record, vital: false })
    }
    const { contents, number, snapshotAt, findings, values } = outcome.session
    const takenBy = this.#mailbox.claim(outcome.session)
    this.#mailbox.post({ type: 'opened', epoch, contents, number, takenBy, snapshotAt, findings, values })
  }

  async #connect(epoch: number, renewVersion: boolean): Promise<void> {
    if (this.#stored === null) throw new Error('connect without an open store')
    if (this.#socket !== null) throw new Error('connect beside an open socket')
    this.#socket = await this.#stored.connect(renewVersion, (event) =>
      this.#mailbox.post({
        type: 'socket',
        epoch,
        event,
        takenBy: event.type === 'open' && epoch === this.#mailbox.epoch() ? this.#mailbox.claim(event) : null,
      }),
    )
  }

  async #write({ epoch, record, vital }: Extract<Effect, { type: 'write' }>): Promise<void> {
    // What is still another installation's keeps its mark: were it lost, its folder would seem to have lost its key.
    const foreign = record.elsewhere || record.generation === this.#sealedElsewhere
    const stamped = foreign ? record : { ...record, installation: this.#ports.installation }
    const refusal = await this.#hold()
    const outcome = refusal
      ? ({ ok: false, cause: refusal.cause } as const)
      : await this.#ports.folders.write(stamped)
    if (outcome.ok) {
      this.#onDisk = stamped
      this.#written = record
      this.#mailbox.post({ type: 'written', epoch })
      return
    }
    this.#mailbox.log('write failed', { cause: outcome.cause.code })
    if (vital) {
      this.#failedEpoch = Math.max(epoch, this.#failedEpoch)
      this.#mailbox.post({ type: 'write-failed', epoch, cause: outcome.cause, onDisk: this.#onDisk })
    }
    this.#mailbox.onUnwritten()
  }

  #fail(effect: Effect, cause: Cause): void {
    const epoch = 'epoch' in effect ? effect.epoch : this.#mailbox.epoch()
    this.#failedEpoch = Math.max(epoch, this.#failedEpoch)
    this.#mailbox.post({ type: 'defect', epoch, cause })
  }

  /** A copy that could not be made is missing, nothing more: the session goes on. */
  async #snapshot(): Promise<void> {
    try {
      const snapshotAt = await this.#stored?.snapshot()
      if (snapshotAt !== undefined) this.#mailbox.post({ type: 'snapshot-made', snapshotAt })
    } catch (error) {
      this.#mailbox.log('snapshot failed', { error: String(error) })
    }
  }

  /** What another program holds for a moment stays where it is, and nothing depends on it: the session goes on. */
  async #discard(generation: number): Promise<void> {
    if (await this.#hold()) return
    try {
      await this.#ports.folders.discardGeneration(this.#onDisk, generation)
    } catch (error) {
      this.#mailbox.log('discard failed', { generation, error: String(error) })
    }
  }

  async #sweep(): Promise<void> {
    if (this.#sealedElsewhere !== null || (await this.#hold())) return
    try {
      const { folders, sessions } = this.#ports
      for (const name of await folders.sweep(this.#onDisk)) this.#mailbox.log('swept', { name })
      const broughtUp = await sessions.bringUp(this.#onDisk, this.#inUse)
      for (const name of broughtUp) this.#mailbox.log('brought up', { name })
    } catch (error) {
      this.#mailbox.log('sweep failed', { error: String(error) })
    }
  }

  #disconnect(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  #close(): void {
    this.#disconnect()
    const stored = this.#stored
    this.#stored = null
    this.#inUse = null
    stored?.close()
  }
}
