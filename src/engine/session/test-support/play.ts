import type { OrganizationRecord } from '../../record.ts'
import type { Effect, Occurrence } from '../events.ts'
import { alarmOf, newSession, type Session } from '../session.ts'
import { LASTING } from '../steadiness.ts'
import { transition } from '../transition.ts'

/** Feeds events to a session at a time of the test's own, and keeps what it asked for. */
export class Play {
  session: Session
  now = 1_000_000
  /** How far the clock has been set, in milliseconds. */
  set = 0
  effects: Effect[] = []
  /** What is drawn. */
  dice = 0.5

  constructor(record: OrganizationRecord) {
    this.session = newSession(record)
  }

  get epoch(): number {
    return this.session.epoch
  }

  get kind(): Session['phase']['kind'] {
    return this.session.phase.kind
  }

  /** The effects' types of the last event. */
  get asked(): string[] {
    return this.effects.map((effect) => effect.type)
  }

  feed(...occurrences: readonly Occurrence[]): this {
    for (const occurrence of occurrences) {
      const { session, effects } = transition(this.session, {
        ...occurrence,
        at: this.now + this.set,
        uptime: this.now,
        random: this.dice,
      })
      this.session = session
      this.effects = [...effects]
    }
    return this
  }

  after(milliseconds: number): this {
    this.now += milliseconds
    return this
  }

  opened(contents: 'blank' | 'linked', number: string | null = null): this {
    return this.feed({
      type: 'opened',
      epoch: this.epoch,
      contents,
      number,
      takenBy: null,
      snapshotAt: null,
      findings: [],
      values: 1,
    })
  }

  /** What the session asked to be woken for, if its time has come. */
  alarm(): this {
    const due = alarmOf(this.session)
    return due !== null && this.now >= due ? this.feed({ type: 'alarm', due }) : this
  }

  /** Its turn, if it waits for one. */
  turn(): this {
    return this.feed({ type: 'turn', epoch: this.epoch })
  }

  /** Through `link` to the QR. */
  toScan(): this {
    return this.feed({ type: 'command', command: 'link' })
      .feed({ type: 'written', epoch: this.epoch })
      .feed({ type: 'turn', epoch: this.epoch })
      .opened('blank')
      .socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
  }

  /** Through the scan and the second login to *online*. */
  toOnline(): this {
    return this.toScan()
      .socket({ type: 'paired', number: '573007915262', lid: null })
      .socket({ type: 'closed', close: { how: 'code', code: 515 } })
      .socket({
        type: 'open',
        number: '573007915262',
        lid: null,
        accountName: 'Óptica',
        platform: 'android',
      })
      .socket({ type: 'traffic' })
  }

  /** Until the open connection has proven itself. */
  lasting(): this {
    return this.after(LASTING).socket({ type: 'traffic' })
  }

  socket(event: Extract<Occurrence, { type: 'socket' }>['event']): this {
    return this.feed({ type: 'socket', epoch: this.epoch, event, takenBy: null })
  }

  closed(code: number): this {
    return this.socket({ type: 'closed', close: { how: 'code', code } })
  }
}
