import type { Result } from '../contract/result.ts'
import { failure, ok } from '../contract/result.ts'
import type { Millis, OrganizationView, SessionCommand } from '../contract/session-view.ts'
import type { Claims } from './claims.ts'
import { commandVerdict, mayLinkByPhone } from './commands.ts'
import { lastsByItself } from './policy.ts'
import type { Ports } from './ports.ts'
import type { OrganizationRecord } from './record.ts'
import type { Occurrence } from './events.ts'
import { holdsTurn, isResting } from './phase.ts'
import { alarmOf, newSession, type Session, type SessionSettings } from './session.ts'
import { SessionHands } from './session-hands.ts'
import { transition } from './transition.ts'
import type { Turns } from './turns.ts'
import { type DrawQr, organizationView } from './view.ts'

/** No state waits for longer, unless the computer's clock was put back since the state began. */
const LONGEST_ALARM_MS = 180_000

/**
 * One organization's mailbox: events go through the transition one by one, its effects to the hands. Turns, claims
 * and the alarm follow from the state, so that none of them can be forgotten.
 */
export class SessionRunner {
  readonly #ports: Ports
  readonly #turns: Turns
  readonly #claims: Claims<SessionRunner>
  readonly #onChange: () => void
  readonly #hands: SessionHands
  #session: Session
  #cancelAlarm: () => void = () => {}
  /** What the alarm is set for; null while there is none. */
  #alarmDue: Millis | null = null
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
    this.#hands = new SessionHands(record, ports, {
      post: (occurrence) => this.#take(occurrence),
      epoch: () => this.#session.epoch,
      isResting: () => isResting(this.#session.phase),
      claim: (number) => claims.claim(number, this)?.record.name ?? null,
      log: (event, fields) => this.#log(event, fields),
    })
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
  get phoneCode(): { readonly code: string; readonly number: string } | null {
    const { phase } = this.#session
    return phase.kind === 'scan' && phase.shown.kind === 'code' ? phase.shown : null
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

  /** Resolves with whether the new name is on disk; where it is not, the old one stays. */
  async rename(name: string): Promise<boolean> {
    const before = this.record.name
    this.#take({ type: 'rename', name })
    await this.#hands.done()
    if (this.#hands.onDisk.name === name) return true
    // Another program may have given it a name in the meantime.
    if (this.record.name === name) this.#take({ type: 'rename', name: before })
    return false
  }

  /** Takes settings into force; what has been put aside for too long goes now. */
  settle(settings: SessionSettings): void {
    this.#take({ type: 'settings', settings })
    this.#take({ type: 'expire' })
  }

  /** Stops it and puts the organization aside; resolves with whether that is on disk. */
  async remove(): Promise<boolean> {
    this.#take({ type: 'remove' })
    await this.#hands.done()
    return this.#hands.onDisk.removedAt !== null
  }

  /** Stops it, if it runs, and resolves when nothing has its store open any more. */
  async release(): Promise<boolean> {
    this.command('stop')
    await this.#hands.done()
    return isResting(this.#session.phase)
  }

  /** The folders were looked at. */
  patrol(folderThere: boolean): void {
    this.#take({ type: 'patrol', folderThere })
    const { phase, record, epoch } = this.#session
    // A note that could not be written the last time.
    const calm = isResting(phase) || phase.kind === 'online'
    if (folderThere && calm && !record.elsewhere && !this.#hands.hasWritten(record)) {
      this.#hands.take([{ type: 'write', epoch, record, vital: false }])
    }
  }

  /** Frees the socket and closes the store; afterwards nothing happens any more. The record stays as it is. */
  async end(): Promise<void> {
    this.#ended = true
    this.#cancelAlarm()
    this.#turns.release(this)
    await this.#hands.end()
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

    this.#hands.take(effects)
    const waitsForTurn = session.phase.kind === 'queued' || session.phase.kind === 'rejoining'
    if (waitsForTurn && session.epoch !== before.epoch) {
      this.#turns.request(this, () => this.#take({ type: 'turn', epoch: session.epoch }))
    } else if (!waitsForTurn && !holdsTurn(session.phase)) {
      this.#turns.release(this)
    }
    if (isResting(session.phase) || !session.record.linked) this.#claims.release(this)
    this.#setAlarm()
    if (session !== before) {
      if (session.phase.kind !== before.phase.kind) this.#logPhase(before)
      this.#onChange()
    }
  }

  /** An alarm that is set stays: set anew, it would follow a computer's clock that was put back by hours. */
  #setAlarm(): void {
    const due = alarmOf(this.#session)
    if (due === this.#alarmDue) return
    this.#cancelAlarm()
    this.#alarmDue = due
    const { clock } = this.#ports
    this.#cancelAlarm =
      due === null
        ? () => {}
        : clock.wake(Math.min(due, clock.now() + LONGEST_ALARM_MS), () => this.#ring(due))
  }

  #ring(due: Millis): void {
    this.#alarmDue = null
    this.#take({ type: 'alarm', due })
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
