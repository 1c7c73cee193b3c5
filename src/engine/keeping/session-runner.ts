import type { Result } from '../../contract/result.ts'
import { failure, ok } from '../../contract/result.ts'
import type { Millis, OrganizationView, SessionCommand } from '../../contract/session-view.ts'
import type { SourceOutcome } from '../../contract/source.ts'
import { type Claims, namesOf } from './claims.ts'
import { commandVerdict, mayLinkByPhone } from '../session/commands.ts'
import type { Ports } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'
import type { Occurrence } from '../session/events.ts'
import { dueOf, holdsTurn, isResting, waitsForTurn } from '../session/phase.ts'
import {
  alarmOf,
  hasComeIn,
  newSession,
  type Session,
  type SessionSettings,
  waitsForNetwork,
  waitsOutside,
} from '../session/session.ts'
import { SessionHands } from './session-hands.ts'
import { SLOWEST_WAIT } from '../session/policy.ts'
import { transition } from '../session/transition.ts'
import type { Turns } from './turns.ts'
import { type DrawQr, organizationView } from '../session/view.ts'

/**
 * No state waits for longer, unless the computer's clock was put back since the state began. (What WhatsApp holds until
 * a day that it has named looks at the calendar each time.)
 */
const LONGEST_ALARM_MS = SLOWEST_WAIT + 60_000

/** How long after a write that failed it is tried again. */
const WRITE_AGAIN_MS = 10_000

/**
 * One organization's mailbox: events go through the transition one by one, its effects to the hands. Turns, claims
 * and the alarm follow from the state, so that none of them can be forgotten.
 */
export class SessionRunner {
  readonly #ports: Ports
  readonly #turns: Turns
  readonly #claims: Claims<SessionRunner>
  readonly #onChange: () => void
  readonly #onWayIn: () => void
  readonly #hands: SessionHands
  #session: Session
  #cancelAlarm: () => void = () => {}
  /** What the alarm is set for; null while there is none. */
  #alarmDue: Millis | null = null
  #cancelWrite: (() => void) | null = null
  #ended = false

  constructor(
    record: OrganizationRecord,
    ports: Ports,
    turns: Turns,
    claims: Claims<SessionRunner>,
    onChange: () => void,
    onWayIn: () => void,
  ) {
    this.#ports = ports
    this.#turns = turns
    this.#claims = claims
    this.#onChange = onChange
    this.#onWayIn = onWayIn
    this.#session = newSession(record)
    this.#hands = new SessionHands(record, ports, {
      post: (occurrence) => this.#take(occurrence),
      epoch: () => this.#session.epoch,
      isResting: () => isResting(this.#session.phase),
      claim: (account) => claims.claim(namesOf(account), this)?.record.name ?? null,
      onUnwritten: () => this.#writeLater(),
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

  /** The computer's clock has been set. */
  clockSet(): void {
    this.#take({ type: 'clock-set' })
  }

  /** Whether it waits for a network, or a server, that does not answer. */
  get waitsForNetwork(): boolean {
    return waitsForNetwork(this.#session)
  }

  /** WhatsApp has let another session in that it had refused: this one, if it waits for the same, need not wait longer. */
  tryAsOthers(): void {
    if (waitsOutside(this.#session)) this.nudge()
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

  /** Takes settings into force. */
  settle(settings: SessionSettings): void {
    this.#take({ type: 'settings', settings })
  }

  /** Looks at what has been put aside: what was overdue the last time and still is goes. */
  expire(): void {
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

  /** Deletes the plain text where the session came from, while that is offered. */
  async deleteSource(): Promise<Result<SourceOutcome>> {
    const { session } = this.view(() => '')
    const { source } = this.record
    if (session.source === null || source === null) {
      return failure('not-possible-now', { command: 'delete-source', status: session.status })
    }
    // Not offered meanwhile, so that a second click does not work on the same files.
    this.#take({ type: 'source-seen', there: false })
    const outcome = await this.#ports.importer.discard(source)
    this.#log('source', { outcome: outcome.kind })
    if (outcome.kind === 'incomplete') this.#take({ type: 'source-seen', there: true })
    else if (outcome.kind !== 'gone') this.#take({ type: 'source-settled', source: null })
    return ok(outcome)
  }

  /** Leaves it where it is, and does not offer it by itself again. */
  keepSource(): Result<null> {
    const { session } = this.view(() => '')
    const { source } = this.record
    if (session.source === null || source === null) {
      return failure('not-possible-now', { command: 'keep-source', status: session.status })
    }
    this.#take({ type: 'source-settled', source: { ...source, kept: true } })
    return ok(null)
  }

  /** The folders were looked at. */
  patrol(folderThere: boolean): void {
    this.#take({ type: 'patrol', folderThere })
  }

  /** Frees the socket and closes the store; afterwards nothing happens any more. */
  async end(): Promise<void> {
    if (!this.#ended && this.#cancelWrite !== null) this.#writeAgain()
    this.#ended = true
    this.#cancelAlarm()
    this.#cancelWrite?.()
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
      uptime: clock.uptime(),
      random: clock.random(),
    })
    this.#session = session

    this.#hands.take(effects)
    this.#takeTurns(session, before)
    if (isResting(session.phase) || !session.record.linked) this.#claims.release(this)
    this.#setAlarm()
    if (session !== before) {
      if (session.phase.kind !== before.phase.kind) this.#logPhase(before)
      this.#onChange()
      if (hasComeIn(before, session)) this.#onWayIn()
    }
  }

  #takeTurns({ phase, epoch }: Session, before: Session): void {
    if (waitsForTurn(phase)) {
      if (phase === before.phase) return
      this.#turns.request(this, phase.asked, () => this.#take({ type: 'turn', epoch }))
    } else if (!holdsTurn(phase)) {
      this.#turns.release(this)
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

  /** What is true must not depend on the disk's having room in the very moment: above all that a session is held. */
  #writeLater(): void {
    if (this.#ended || this.#cancelWrite !== null) return
    const { clock } = this.#ports
    this.#cancelWrite = clock.wake(clock.now() + WRITE_AGAIN_MS, () => {
      this.#cancelWrite = null
      this.#writeAgain()
    })
  }

  #writeAgain(): void {
    const { phase, record, epoch } = this.#session
    if (record.elsewhere || this.#hands.hasWritten(record)) return
    // While it is busy its record may be about to change, and the disk is heard of then.
    const calm = isResting(phase) || phase.kind === 'online'
    if (calm) this.#hands.take([{ type: 'write', epoch, record, vital: false }])
    else this.#writeLater()
  }

  #ring(due: Millis): void {
    this.#alarmDue = null
    this.#take({ type: 'alarm', due })
  }

  #logPhase(before: Session): void {
    const { phase, epoch } = this.#session
    const cause = 'cause' in phase && phase.cause ? phase.cause : (this.#session.retry?.cause ?? null)
    const due = dueOf(phase)
    this.#log('phase', {
      from: before.phase.kind,
      to: phase.kind,
      epoch,
      cause: cause?.code ?? null,
      detail: cause?.detail ?? null,
      // How long until it is over by itself.
      withinMs: due === null ? null : Math.round(due - this.#ports.clock.now()),
    })
  }

  #log(event: string, fields: Readonly<Record<string, string | number | null>>): void {
    this.#ports.log.info(event, { session: this.record.sessionName, ...fields })
  }
}
