import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PASSKEY_TROUBLES } from '../../contract/passkey.ts'
import { SESSION_COMMANDS } from '../../contract/session-view.ts'
import type { Close } from '../ports.ts'
import type { Effect, Occurrence } from './events.ts'
import { holdsTurn, waitsForTurn } from './phase.ts'
import { causeOf } from './policy.ts'
import { alarmOf, type Session } from './session.ts'
import { Play } from './test-support/play.ts'
import { recordWith } from '../test-support/records.ts'
import type { OrganizationRecord } from '../record.ts'

const RUNS = 20_000
const DAY_MS = 86_400_000
const CLOSE_CODES = [401, 402, 403, 405, 406, 408, 409, 411, 428, 440, 500, 503, 515, 999]
/** What neither ends by itself nor has to. */
const FINAL = new Set(['unlinked', 'stopped', 'attention', 'online'])
/** How long one session may keep others from starting. */
const LONGEST_TURN_MS = { opening: 30_000, connecting: 3_000 }

/** A draw of the world's: made concrete only against the session it meets. */
type Draw = { kind: number; n: number; stale: boolean; gap: number }

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat(21),
  n: fc.nat(1000),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  gap: fc.constantFrom(0, 0, 10, 1_000, 20_000, 100_000, DAY_MS),
})

const start = fc.constantFrom(
  recordWith(),
  recordWith({ wanted: true }),
  recordWith({ linked: true, wanted: true, lastNumber: '573007915262' }),
  recordWith({ linked: true, lastNumber: '573007915262' }),
  recordWith({ linked: true, wanted: true, heldBy: { code: 'unlinked-from-phone', detail: 401 } }),
  recordWith({ linked: true, wanted: true, heldBy: { code: 'replaced', detail: 440 } }),
)

function occurrence({ kind, n, stale }: Draw, session: Session): Occurrence {
  const epoch = stale ? session.epoch - 1 : session.epoch
  const pick = <T>(options: readonly [T, ...T[]]): T => options[n % options.length] ?? options[0]
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return { type: 'command', command: pick(SESSION_COMMANDS) }
    case 3:
      return { type: 'start' }
    case 4:
      return { type: 'turn', epoch }
    case 5:
      return {
        type: 'opened',
        epoch,
        contents: session.record.linked ? 'linked' : pick(['blank', 'linked']),
        number: null,
        takenBy: null,
        snapshotAt: n % 3 === 0 ? 1 : null,
        findings: [],
        values: 1,
      }
    case 6:
      return {
        type: 'open-failed',
        epoch,
        cause: { code: pick(['damaged-store', 'disk-full', 'vault-locked']), detail: null },
        about: null,
        snapshotAt: n % 2 === 0 ? 1 : null,
      }
    case 7:
      return {
        type: 'socket',
        epoch,
        takenBy: null,
        event: { type: 'qr', text: 'q', lifeMs: 20_000, index: 1, of: 6 },
      }
    case 8:
      return {
        type: 'socket',
        epoch,
        takenBy: null,
        event: { type: 'paired', number: '573007915262', lid: null },
      }
    case 9:
      return {
        type: 'socket',
        epoch,
        takenBy: null,
        event: { type: 'open', number: '573007915262', lid: null, accountName: null, platform: null },
      }
    case 10:
      return { type: 'socket', epoch, takenBy: null, event: { type: pick(['traffic', 'accepted']) } }
    case 11:
      return {
        type: 'socket',
        epoch,
        takenBy: null,
        event: {
          type: 'closed',
          close: pick<Close>([
            { how: 'code', code: CLOSE_CODES[n % CLOSE_CODES.length] ?? 428 },
            { how: 'error' },
            { how: 'unusable' },
            { how: 'qr-ended' },
            { how: 'pairing-failed' },
            { how: 'upgrade-refused', status: 503 },
          ]),
        },
      }
    case 12:
      return {
        type: 'socket',
        epoch,
        takenBy: null,
        event: { type: 'write-failed', cause: { code: 'disk-full', detail: null } },
      }
    case 13:
      return { type: 'logged-out', epoch, confirmed: n % 2 === 0 }
    case 14:
      return { type: 'written', epoch }
    case 15:
      return { type: 'patrol', folderThere: n % 4 !== 0 }
    case 16:
      return { type: 'nudge' }
    case 17:
      return { type: 'link-by-phone', number: '573126809496' }
    case 18:
      return pick<Occurrence>([
        { type: 'defect', epoch, cause: causeOf('disk-full') },
        { type: 'settings', settings: { quarantineMs: 1_000, snapshotMs: 1_000 } },
        { type: 'renewed', epoch, values: 1 },
        {
          type: 'socket',
          epoch,
          takenBy: null,
          event: { type: 'decrypt-failed', id: String(n), sender: 's' },
        },
        { type: 'socket', epoch, takenBy: null, event: { type: 'pre-keys', left: n, refused: n % 2 === 0 } },
        { type: 'socket', epoch, takenBy: null, event: { type: 'lid', lid: String(n) } },
        { type: 'restored', epoch, outcome: { ok: true, values: 1 } },
        { type: 'restored', epoch, outcome: { ok: false, cause: { code: 'disk-full', detail: null } } },
        { type: 'retired', epoch, confirmed: n % 2 === 0 },
        { type: 'snapshot-made', snapshotAt: 1 },
        { type: 'rename', name: 'Shop' },
        { type: 'socket', epoch, takenBy: null, event: { type: 'code', code: 'ABCD1234', lifeMs: 9_000 } },
        { type: 'socket', epoch, takenBy: null, event: { type: 'queue', left: n } },
        {
          type: 'socket',
          epoch,
          takenBy: null,
          event: {
            type: 'restriction',
            sort: 'time-lock',
            restriction: n % 3 === 0 ? null : { kind: 'new-chats', until: n % 2 === 0 ? null : n * 1_000 },
          },
        },
        { type: 'socket', epoch, takenBy: null, event: { type: 'code-refused', status: 429 } },
        { type: 'socket', epoch, takenBy: null, event: { type: 'phone-seen' } },
        {
          type: 'socket',
          epoch,
          takenBy: null,
          event: { type: 'passkey-asked', ways: n % 7 === 0 ? [] : ['window', 'browser'] },
        },
        { type: 'socket', epoch, takenBy: null, event: { type: 'passkey-taken' } },
        {
          type: 'socket',
          epoch,
          takenBy: null,
          event: { type: 'passkey-code', code: '8BMW-NBF7', compare: n % 2 === 0 },
        },
        {
          type: 'socket',
          epoch,
          takenBy: null,
          event: {
            type: 'passkey-trouble',
            why: PASSKEY_TROUBLES[n % PASSKEY_TROUBLES.length] ?? 'refused',
          },
        },
        { type: 'socket', epoch, takenBy: null, event: { type: 'test', result: 'failed' } },
        {
          type: 'socket',
          epoch,
          takenBy: 'Panadería',
          event: { type: 'open', number: '573007915262', lid: null, accountName: null, platform: null },
        },
      ])
    case 19:
      return { type: 'expire' }
    case 20:
      return n % 5 === 0 ? { type: 'remove' } : { type: 'expire' }
    default:
      return { type: 'alarm', due: alarmOf(session) ?? 0 }
  }
}

/** What may put another generation in force: what a person has confirmed, and how WhatsApp answered it. */
const CHANGES_GENERATION: ReadonlySet<string> = new Set([
  'clear',
  'link',
  'link-by-phone',
  'undo-clear',
  'restored',
  'logged-out',
  // WhatsApp's last word to a session that is being logged out.
  'closed',
])

function nameOf(event: Occurrence): string {
  switch (event.type) {
    case 'command':
      return event.command
    case 'socket':
      return event.event.type
    default:
      return event.type
  }
}

/** WhatsApp's last word about an account or a link, or two sessions of one account. */
const LAST_WORDS: ReadonlySet<number> = new Set([401, 402, 403, 406, 411, 440])

/** What a person does, and what only a person may answer. */
function isWord(event: Occurrence): boolean {
  switch (event.type) {
    case 'command':
    case 'link-by-phone':
    case 'remove':
      return true
    case 'logged-out':
      return event.confirmed
    case 'socket':
      if (event.takenBy !== null) return true
      return (
        event.event.type === 'closed' &&
        event.event.close.how === 'code' &&
        LAST_WORDS.has(event.event.close.code)
      )
    default:
      return false
  }
}

/** What the runner would hold: one socket and one store at most, and what each generation is known to contain. */
class World {
  socket = false
  store: number | null = null
  readonly linkedGenerations = new Set<number>()
  connects = 0
  discarded = 0
  generation = 1
  removed = false

  carryOut(effect: Effect, cause: string): void {
    switch (effect.type) {
      case 'close':
        this.socket = false
        this.store = null
        return
      case 'disconnect':
        this.socket = false
        return
      case 'open':
        if (this.store !== null) throw new Error('a second store')
        this.store = effect.record.generation
        if (this.linkedGenerations.has(effect.record.generation) && !effect.record.linked) {
          throw new Error('a linked generation opened as if it were new')
        }
        return
      case 'connect':
        if (this.socket) throw new Error('a second socket')
        if (this.store === null) throw new Error('a socket without a store')
        this.socket = true
        this.connects += 1
        return
      case 'write':
        if (effect.record.generation >= effect.record.nextGeneration)
          throw new Error('a generation used twice')
        if (effect.record.generation !== this.generation && !CHANGES_GENERATION.has(cause)) {
          throw new Error(`another generation after ${cause}`)
        }
        if (this.removed && effect.record.removedAt === null) throw new Error('a write after the removal')
        this.removed = effect.record.removedAt !== null
        this.generation = effect.record.generation
        if (effect.record.linked) this.linkedGenerations.add(effect.record.generation)
        else if (this.linkedGenerations.has(effect.record.generation)) {
          throw new Error('a link forgotten without a new generation')
        }
        this.#named(effect.record, cause)
        return
      case 'checkpoint':
      case 'log-out':
      case 'snapshot':
      case 'renew':
      case 'check':
      case 'request-code':
      case 'test':
      case 'send-keys':
      case 'use-passkey':
      case 'confirm-code':
      case 'look-for-source':
        if (this.store === null) throw new Error(`${effect.type} without a store`)
        return
      case 'sweep':
        if (cause !== 'expire') throw new Error(`swept after ${cause}`)
        return
      case 'restore':
      case 'retire':
        if (this.store !== null) throw new Error(`${effect.type} beside an open store`)
        return
      case 'discard':
        if (effect.generation === this.generation) throw new Error('the generation in use discarded')
        if (cause !== 'expire') throw new Error(`credentials deleted after ${cause}`)
        this.linkedGenerations.delete(effect.generation)
        this.discarded += 1
    }
  }

  /** A generation that held a link is in use or in quarantine until its time there is over. */
  #named({ generation, quarantine }: OrganizationRecord, cause: string): void {
    const named = new Set([generation, ...quarantine.map((aside) => aside.generation)])
    for (const linked of this.linkedGenerations) {
      if (!named.has(linked) && cause !== 'expire') throw new Error(`a link lost after ${cause}`)
    }
  }
}

describe('any sequence of events', () => {
  it('never makes a second socket, loses or deletes a link, waits for ever, or retries where it must not', () => {
    let discarded = 0
    fc.assert(
      fc.property(start, fc.array(draw, { minLength: 5, maxLength: 60, size: 'max' }), (record, draws) => {
        const play = new Play(record)
        const world = new World()
        if (record.linked) world.linkedGenerations.add(record.generation)

        for (const next of draws) {
          play.after(next.gap)
          const before = play.session
          const event = occurrence(next, before)
          play.feed(event)

          if ('epoch' in event && event.epoch !== before.epoch && play.session !== before) {
            throw new Error('acted on a stale epoch')
          }
          if (play.session.epoch < before.epoch) throw new Error('the epoch went back')
          if (event.type === 'defect' && play.session !== before) world.removed = false
          for (const effect of play.effects) world.carryOut(effect, nameOf(event))
          if (play.session.record.removedAt !== null && world.socket)
            throw new Error('a socket after removal')
          // Nothing reaches a session that was removed: it is ended.
          if (event.type === 'written' && before.phase.kind === 'leaving' && world.removed) break
          discarded += world.discarded
          world.discarded = 0
          if (event.type === 'open-failed' && play.session !== before) world.store = null

          const { phase } = play.session
          const due = alarmOf(play.session)
          // Who waits for a turn waits for those that hold one: none of them holds it for long.
          if (!FINAL.has(phase.kind) && !waitsForTurn(phase) && due === null) {
            throw new Error(`${phase.kind} has no deadline`)
          }
          if (phase.kind === 'opening' || phase.kind === 'connecting') {
            const longest = LONGEST_TURN_MS[phase.kind]
            if (holdsTurn(phase) && (due === null || due > play.now + longest)) {
              throw new Error(`${phase.kind} keeps its turn`)
            }
          }
          if (event.type === 'alarm' && event.due === alarmOf(before) && play.session === before) {
            throw new Error(`an alarm in ${phase.kind} that changes nothing`)
          }
          const byPerson = ['command', 'link-by-phone', 'patrol', 'remove'].includes(event.type)
          if (before.phase.kind === 'attention' && phase.kind !== 'attention' && !byPerson) {
            throw new Error('left attention without a person')
          }
          if (['unlinked', 'stopped', 'attention', 'unavailable'].includes(phase.kind) && world.socket) {
            throw new Error(`a socket while ${phase.kind}`)
          }
        }
      }),
      { numRuns: RUNS },
    )
    // Were it never reached, the property of deletion would say nothing.
    expect(discarded).toBeGreaterThan(0)
  })

  it('ends a link that is wanted only by a person or by WhatsApp’s own word', () => {
    let survived = 0
    fc.assert(
      fc.property(fc.array(draw, { minLength: 5, maxLength: 60, size: 'max' }), (draws) => {
        const play = new Play(recordWith())
          .toScan()
          .socket({ type: 'paired', number: '573007915262', lid: null })
        for (const next of draws) {
          play.after(next.gap)
          const event = occurrence(next, play.session)
          if (isWord(event)) continue
          play.feed(event)
          const { record } = play.session
          if (!record.linked || !record.wanted || record.heldBy !== null) {
            throw new Error(`a link forgotten after ${nameOf(event)}`)
          }
        }
        const restarted = new Play(play.session.record).feed({ type: 'start' })
        expect(restarted.kind).toBe('queued')
        expect(restarted.turn().opened('linked', '573007915262').kind).toBe('connecting')
        survived += 1
      }),
      { numRuns: RUNS / 4 },
    )
    expect(survived).toBeGreaterThan(0)
  })

  it('logs in after a scan, whatever closes the connection and however often', () => {
    const closes = fc.constantFrom<Close>(
      ...[408, 428, 500, 503, 515, 999].map((code) => ({ how: 'code', code }) as const),
      { how: 'qr-ended' },
      { how: 'pairing-failed' },
      { how: 'error' },
      { how: 'unusable' },
      { how: 'upgrade-refused', status: 503 },
    )
    fc.assert(
      fc.property(fc.array(closes, { minLength: 1, maxLength: 5 }), (all) => {
        const play = new Play(recordWith())
          .toScan()
          .socket({ type: 'paired', number: '573007915262', lid: null })
        for (const close of all) {
          play.socket({ type: 'closed', close })
          if (play.kind === 'waiting') play.after(120_000).alarm().turn()
          if (play.kind === 'opening') play.opened('linked', '573007915262')
          if (play.kind !== 'connecting') throw new Error(`${play.kind} after ${JSON.stringify(close)}`)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('waits between unbroken failures: never more than a dozen attempts in two minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(408, 428, 500, 503, 515), { maxLength: 200 }), (codes) => {
        const play = new Play(recordWith()).toOnline()
        const until = play.now + 120_000
        let attempts = 0
        for (const code of codes) {
          play.closed(code)
          while (play.kind === 'waiting') {
            play.now = Math.max(play.now, alarmOf(play.session) ?? play.now)
            play.alarm().turn()
          }
          if (play.now > until) break
          attempts += 1
        }
        if (attempts > 12) throw new Error(`${attempts} attempts`)
      }),
      { numRuns: 500 },
    )
  })
})
