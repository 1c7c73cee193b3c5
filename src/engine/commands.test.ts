import { describe, expect, it } from 'vitest'
import { SESSION_COMMANDS, type SessionCommand } from '../contract/session-view.ts'
import { allowedCommands, commandVerdict, primaryCommand } from './commands.ts'
import { Play } from './test-support/play.ts'
import { recordWith } from './test-support/records.ts'

const linked = recordWith({ linked: true, wanted: true, lastNumber: '573007915262' })
const held = (code: Parameters<typeof recordWith>[0] & object) => new Play({ ...linked, ...code })

/** A session in every state a person can meet, with what may be pressed and what is harmless to press again. */
const MATRIX: readonly (readonly [
  string,
  () => Play,
  readonly SessionCommand[],
  readonly SessionCommand[],
])[] = [
  ['unlinked', () => new Play(recordWith()), ['link'], ['cancel-link', 'log-out']],
  [
    'starting to link',
    () => new Play(recordWith()).feed({ type: 'command', command: 'link' }),
    [],
    [
      'link',
      'connect',
      'retry',
      'take-over',
      'accept-number',
      'reject-number',
      'verify',
      'renew',
      'restore-snapshot',
      'retire-previous',
      'undo-clear',
    ],
  ],
  [
    'scan',
    () => new Play(recordWith()).toScan(),
    ['cancel-link', 'clear'],
    ['link', 'connect', 'retry', 'take-over'],
  ],
  [
    'scan by code',
    () => {
      const play = new Play(recordWith()).feed({ type: 'link-by-phone', number: '573007915262' })
      play.feed({ type: 'written', epoch: play.epoch }).turn()
      play.opened('blank').socket({ type: 'qr', text: 'a', lifeMs: 60_000, index: 1, of: 6 })
      return play.socket({ type: 'code', code: 'ABCD1234', lifeMs: 160_000 })
    },
    ['link', 'cancel-link', 'clear'],
    ['connect', 'retry', 'take-over'],
  ],
  [
    'linking',
    () => new Play(recordWith()).toScan().socket({ type: 'paired', number: null }),
    ['stop'],
    ['link', 'connect', 'retry', 'take-over'],
  ],
  [
    'online',
    () => new Play(recordWith()).toOnline(),
    ['test', 'change-number', 'stop', 'log-out', 'verify', 'renew'],
    ['link', 'connect', 'retry', 'take-over'],
  ],
  [
    'reconnecting, not yet news',
    () => new Play(recordWith()).toOnline().closed(428),
    ['change-number', 'stop', 'log-out'],
    ['link', 'connect', 'retry', 'take-over'],
  ],
  [
    'reconnecting',
    () => new Play(recordWith()).toOnline().closed(503).after(3_000).alarm().alarm().turn().closed(503),
    ['retry', 'stop', 'verify', 'renew', 'clear'],
    ['link', 'connect', 'take-over'],
  ],
  [
    'logging out',
    () => new Play(recordWith()).toOnline().feed({ type: 'command', command: 'log-out' }),
    [],
    ['log-out', 'change-number'],
  ],
  ['stopped', () => new Play({ ...linked, wanted: false }), ['connect', 'clear'], ['stop']],
  [
    'clearing',
    () => new Play({ ...linked, wanted: false }).feed({ type: 'command', command: 'clear' }),
    [],
    ['link', 'connect', 'retry', 'take-over', 'accept-number', 'reject-number', 'clear'],
  ],
  [
    'unlinked from the phone',
    () => held({ heldBy: { code: 'unlinked-from-phone', detail: 401 } }),
    ['link', 'clear'],
    [],
  ],
  ['replaced', () => held({ heldBy: { code: 'replaced', detail: 440 } }), ['take-over', 'clear'], []],
  ['restricted', () => held({ heldBy: { code: 'restricted', detail: 403 } }), ['retry', 'clear'], []],
  [
    'wrong number',
    () => held({ heldBy: { code: 'wrong-number', detail: null }, heldNumber: '573126809496' }),
    ['accept-number', 'reject-number'],
    [],
  ],
  [
    'a number that is another organization’s',
    () => held({ heldBy: { code: 'duplicate-number', detail: null } }),
    ['reject-number', 'retry'],
    [],
  ],
  ['damaged', () => held({ heldBy: { code: 'damaged-store', detail: null } }), ['clear', 'verify'], []],
  ['foreign', () => held({ heldBy: { code: 'foreign-store', detail: null } }), [], []],
]

describe.each(MATRIX)('%s', (_state, play, possible, already) => {
  it.each(SESSION_COMMANDS)('%s', (command) => {
    const { session, now } = play()
    const expected = possible.includes(command)
      ? 'possible'
      : already.includes(command)
        ? 'already'
        : 'impossible'
    expect(commandVerdict(session, command, now)).toBe(expected)
  })

  it('offers its primary action, and pressing anything twice is pressing it once', () => {
    const { session, now } = play()
    const primary = primaryCommand(session)
    expect(primary === null || allowedCommands(session, now).includes(primary)).toBe(true)
    for (const command of possible) {
      const twice = play().feed({ type: 'command', command })
      const once = twice.session
      expect(once).not.toBe(session)
      twice.feed({ type: 'command', command })
      expect(twice.session).toBe(once)
    }
  })

  it('changes nothing on what makes no sense', () => {
    const before = play()
    for (const command of SESSION_COMMANDS) {
      if (possible.includes(command)) continue
      const { session } = before
      before.feed({ type: 'command', command })
      expect(before.session).toBe(session)
      expect(before.effects).toEqual([])
    }
  })
})
