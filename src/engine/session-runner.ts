import type { Result } from '../contract/result.ts'
import { failure, ok } from '../contract/result.ts'
import type { OrganizationView, SessionCommand } from '../contract/session-view.ts'
import type { Claims } from './claims.ts'
import { commandVerdict, mayLinkByPhone } from './commands.ts'
import { lastsByItself } from './policy.ts'
import type { Ports, SessionSocket, StoredSession } from './ports.ts'
import type { OrganizationRecord } from './record.ts'
import {
  alarmOf,
  type Effect,
  holdsTurn,
  isResting,
  newSession,
  type Occurrence,
  type Session,
} from './session.ts'
import { transition } from './transition.ts'
import type { Turns } from './turns.ts'
import { type DrawQr, organizationView } from './view.ts'

/**
 * One organization's mailbox: events go through the transition one by one, and its effects are carried out in
 * order, one at a time. Here, and only here, an organization's socket and store are held, so that there is never
 * more than one of either.
 */
export class SessionRunner {
  readonly #ports: Ports
  readonly #turns: Turns
  readonly #claims: Claims<SessionRunner>
  readonly #onChange: () => void
  #session: Session
  #onDisk: OrganizationRecord
  #stored: StoredSession | null = null
  #socket: SessionSocket | null = null
  #work: Promise<void> = Promise.resolve()
  /** After a failed effect, what was still to come under its epoch is not carried out. */
  #failedEpoch: number | null = null
  #cancelAlarm: () => void = () => {}
  #ended = false

  constructor(
    record: OrganizationRecord,
    ports: Ports,
    turns: Turns,
    claims: Claims<SessionRunner>,
    onChange: () => void,
  ) {
    this.#ports = ports
    this.#turns = turns
    this.#claims = claims
    this.#onChange = onChange
    this.#session = newSession(record)
    this.#onDisk = record
  }

  get record(): OrganizationRecord {
    return this.#session.record
  }

  /** The text of the QR on screen, for practice mode's simulated phone; null where there is none. */
  get qrText(): string | null {
    const { phase } = this.#session
    return phase.kind === 'scan' && phase.shown.kind === 'qr' ? phase.shown.text : null
  }

  /** The code to type on screen, for practice mode's simulated phone. */
  get phoneCode(): string | null {
    const { phase } = this.#session
    return phase.kind === 'scan' && phase.shown.kind === 'code' ? phase.shown.code : null
  }

  view(draw: DrawQr): OrganizationView {
    return organizationView(this.#session, this.#ports.clock.now(), draw)
  }

  start(): void {
    this.#take({ type: 'start' })
  }

  /** The computer has woken up, or the way to WhatsApp is open again. */
  nudge(): void {
    this.#take({ type: 'nudge' })
  }

  /** Whether it waits for a network that does not answer. */
  get waitsForNetwork(): boolean {
    const { phase, retry } = this.#session
    return phase.kind === 'waiting' && retry !== null && lastsByItself(retry.cause)
  }

  /** Accepts a command or says why not; what becomes of it shows in the view. */
  command(command: SessionCommand): Result<null> {
    const verdict = commandVerdict(this.#session, command, this.#ports.clock.now())
    if (verdict === 'impossible') {
      return failure('not-possible-now', { command, status: this.view(() => '').session.status })
    }
    this.#take({ type: 'command', command })
    return ok(null)
  }

  /** @param number digits with country code */
  linkByPhone(number: string): Result<null> {
    if (!mayLinkByPhone(this.#session, this.#ports.clock.now())) {
      return failure('not-possible-now', {
        command: 'link-by-phone',
        status: this.view(() => '').session.status,
      })
    }
    this.#take({ type: 'link-by-phone', number })
    return ok(null)
  }

  rename(name: string): void {
    this.#take({ type: 'rename', name })
  }

  /** The folders were looked at. */
  patrol(folderThere: boolean): void {
    this.#take({ type: 'patrol', folderThere })
  }

  /** Frees the socket and closes the store; afterwards nothing happens any more. The record stays as it is. */
  async end(): Promise<void> {
    this.#ended = true
    this.#cancelAlarm()
    this.#turns.release(this)
    await this.#work
    this.#close()
  }

  /** Nothing that goes wrong in here may reach Baileys' emitters, a timer, or another session. */
  #take(occurrence: Occurrence): void {
    if (this.#ended) return
    try {
      this.#apply(occurrence)
    } catch (error) {
      this.#ports.log.warn('event failed', {
        session: this.record.sessionName,
        type: occurrence.type,
        error: String(error),
      })
    }
  }

  #apply(occurrence: Occurrence): void {
    const before = this.#session
    const { clock } = this.#ports
    const { session, effects } = transition(before, {
      ...occurrence,
      at: clock.now(),
      random: clock.random(),
    })
    this.#session = session

    for (const effect of effects) {
      this.#work = this.#work.then(() => this.#carryOut(effect))
    }
    if (session.phase.kind === 'queued' && session.epoch !== before.epoch) {
      this.#turns.request(this, () => this.#take({ type: 'turn', epoch: session.epoch }))
    } else if (session.phase.kind !== 'queued' && !holdsTurn(session.phase)) {
      this.#turns.release(this)
    }
    if (isResting(session.phase) || !session.record.linked) this.#claims.release(this)
    this.#setAlarm()
    if (session !== before) {
      if (session.phase.kind !== before.phase.kind) this.#logPhase(before)
      this.#onChange()
    }
  }

  #setAlarm(): void {
    this.#cancelAlarm()
    const due = alarmOf(this.#session)
    this.#cancelAlarm =
      due === null ? () => {} : this.#ports.clock.wake(due, () => this.#take({ type: 'alarm' }))
  }

  async #carryOut(effect: Effect): Promise<void> {
    if ('epoch' in effect && effect.epoch === this.#failedEpoch) return
    try {
      await this.#run(effect)
    } catch (error) {
      // A defect in one session must not reach another: it becomes this session's cause.
      this.#log('effect failed', { effect: effect.type, error: String(error) })
      this.#fail(effect)
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
        return this.#write(effect.epoch, effect.record)
      case 'open':
        return effect.epoch === this.#session.epoch ? this.#open(effect.epoch, effect.record) : undefined
      case 'connect':
        return effect.epoch === this.#session.epoch
          ? this.#connect(effect.epoch, effect.renewVersion)
          : undefined
      case 'check':
        this.#socket?.check()
        return
      case 'request-code':
        this.#socket?.requestCode(effect.number)
        return
      case 'test':
        this.#socket?.test()
        return
      case 'checkpoint':
        this.#stored?.checkpoint()
        return
      case 'log-out': {
        const { epoch } = effect
        const socket = this.#socket
        // Not awaited: the socket may close first, and that must be heard.
        void (socket?.logOut() ?? Promise.resolve(false)).then(
          (confirmed) => this.#take({ type: 'logged-out', epoch, confirmed }),
          () => this.#take({ type: 'logged-out', epoch, confirmed: false }),
        )
      }
    }
  }

  async #open(epoch: number, record: OrganizationRecord): Promise<void> {
    const { id, sessionName, generation, linked, installation } = record
    const outcome = await this.#ports.sessions.open({
      organizationId: id,
      sessionName,
      generation,
      linked,
      installation,
    })
    if (!outcome.ok) {
      this.#failedEpoch = epoch
      this.#take({ type: 'open-failed', epoch, cause: outcome.cause })
      return
    }
    this.#stored = outcome.session
    const { contents, number } = outcome.session
    const takenBy = number === null ? null : this.#claim(number)
    this.#take({ type: 'opened', epoch, contents, number, takenBy })
  }

  async #connect(epoch: number, renewVersion: boolean): Promise<void> {
    if (this.#stored === null) throw new Error('connect without an open store')
    if (this.#socket !== null) throw new Error('connect beside an open socket')
    this.#socket = await this.#stored.connect(renewVersion, (event) =>
      this.#take({
        type: 'socket',
        epoch,
        event,
        takenBy: event.type === 'open' && epoch === this.#session.epoch ? this.#claim(event.number) : null,
      }),
    )
  }

  async #write(epoch: number, record: OrganizationRecord): Promise<void> {
    const outcome = await this.#ports.folders.write(record)
    if (outcome.ok) {
      this.#onDisk = record
      this.#take({ type: 'written', epoch })
      return
    }
    this.#failedEpoch = epoch
    this.#take({ type: 'write-failed', epoch, cause: outcome.cause, onDisk: this.#onDisk })
  }

  #fail(effect: Effect): void {
    const epoch = 'epoch' in effect ? effect.epoch : this.#session.epoch
    this.#failedEpoch = epoch
    this.#take({ type: 'defect', epoch })
  }

  /** Claims a number for this session; says the name of the organization that already runs it. */
  #claim(number: string): string | null {
    return this.#claims.claim(number, this)?.record.name ?? null
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
    stored?.close()
  }

  #logPhase(before: Session): void {
    const { phase, epoch } = this.#session
    const cause = 'cause' in phase && phase.cause ? phase.cause : (this.#session.retry?.cause ?? null)
    this.#log('phase', {
      from: before.phase.kind,
      to: phase.kind,
      epoch,
      cause: cause?.code ?? null,
      detail: cause?.detail ?? null,
    })
  }

  #log(event: string, fields: Readonly<Record<string, string | number | null>>): void {
    this.#ports.log.info(event, { session: this.record.sessionName, ...fields })
  }
}
