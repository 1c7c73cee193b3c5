import { describe, expect, it } from 'vitest'
import { type CauseCode, isCauseCode } from '../../contract/cause.ts'
import { SESSION_COMMANDS, type SessionCommand } from '../../contract/session-view.ts'
import { allowedCommands, commandVerdict, primaryCommand } from './commands.ts'
import { Play } from './test-support/play.ts'
import { recordWith } from '../test-support/records.ts'

const NUMBER = '573007915262'
const linked = recordWith({ linked: true, wanted: true, lastNumber: NUMBER })
const restored = () => new Play(linked).feed({ type: 'start' })
const attending = (code: CauseCode) =>
  new Play({ ...linked, heldBy: { code, detail: null }, heldNumber: '573126809496' })

/** A restore whose store does not open. */
function refusing(code: CauseCode, snapshotAt: number | null = null): Play {
  const play = restored().turn()
  const { epoch } = play
  return play.feed({ type: 'open-failed', epoch, cause: { code, detail: null }, about: null, snapshotAt })
}

/** A phone has scanned, and WhatsApp wants a passkey. */
function passkey(): Play {
  return new Play(recordWith()).toScan().socket({ type: 'passkey-asked', ways: ['window', 'browser'] })
}

const RUNNING: readonly SessionCommand[] = ['link', 'connect', 'retry', 'take-over']
/** The link before this one, as a clear has put it aside. */
const PREVIOUS = {
  generation: 1,
  clearedAt: 1_000_000,
  linked: true,
  number: NUMBER,
  lid: null,
  ended: false,
}

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
    'offered a passkey',
    () => passkey(),
    ['use-passkey', 'use-passkey-otherwise', 'cancel-link'],
    ['link', 'connect', 'retry', 'take-over', 'clear'],
  ],
  [
    'using a passkey',
    () => passkey().feed({ type: 'command', command: 'use-passkey' }),
    ['cancel-link'],
    ['link', 'connect', 'retry', 'take-over', 'clear', 'use-passkey', 'use-passkey-otherwise'],
  ],
  [
    'comparing codes',
    () =>
      passkey()
        .feed({ type: 'command', command: 'use-passkey' })
        .socket({ type: 'passkey-code', code: '8BMW-NBF7', compare: true }),
    ['confirm-code', 'deny-code', 'cancel-link'],
    ['link', 'connect', 'retry', 'take-over', 'clear', 'use-passkey', 'use-passkey-otherwise'],
  ],
  [
    'linking',
    () => new Play(recordWith()).toScan().socket({ type: 'paired', number: null, lid: null }),
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
  ['queued', () => restored(), ['stop'], RUNNING],
  ['opening', () => restored().turn(), ['stop'], RUNNING],
  [
    'rejoining',
    () =>
      new Play(recordWith())
        .toOnline()
        .closed(503)
        .after(3_000)
        .alarm()
        .alarm()
        .turn()
        .closed(503)
        .after(60_000)
        .alarm(),
    ['retry', 'stop', 'verify', 'renew', 'clear'],
    ['link', 'connect', 'take-over'],
  ],
  [
    'restoring',
    () => refusing('damaged-store', 1).feed({ type: 'command', command: 'restore-snapshot' }),
    [],
    ['restore-snapshot'],
  ],
  [
    'retiring',
    () =>
      new Play({ ...linked, generation: 2, nextGeneration: 3, quarantine: [PREVIOUS] })
        .feed({ type: 'start' })
        .turn()
        .opened('linked')
        .socket({ type: 'open', number: NUMBER, lid: null, accountName: null, platform: null })
        .feed({ type: 'command', command: 'retire-previous' }),
    [],
    ['retire-previous'],
  ],
  ['unavailable, the disk is full', () => refusing('disk-full'), ['retry', 'stop', 'clear'], []],
  ['unavailable, the folder is in use', () => refusing('folder-in-use'), ['retry', 'stop'], []],
  ['damaged, with a copy', () => refusing('damaged-store', 1), ['restore-snapshot', 'clear', 'verify'], []],
]

/** What may be pressed while it waits for a person, by what is wrong; the first is the one to press. */
const BY_CAUSE: Readonly<Record<CauseCode, readonly SessionCommand[]>> = {
  'restore-failed': ['retry', 'verify', 'renew', 'clear'],
  'damaged-store': ['clear', 'verify'],
  'vault-locked': ['retry'],
  'vault-lost': ['clear'],
  'foreign-store': [],
  'store-newer': [],
  'folder-in-use': ['retry'],
  'folder-missing': ['retry'],
  'not-scanned': ['link', 'clear'],
  'unlinked-from-phone': ['link', 'clear'],
  replaced: ['take-over', 'clear'],
  'relink-required': ['link', 'clear'],
  'passkey-required': ['link'],
  'scan-failed': ['link', 'clear'],
  'code-refused': ['link', 'clear'],
  'number-refused': ['link', 'clear'],
  network: ['retry', 'clear'],
  'whatsapp-unavailable': ['retry', 'clear'],
  intercepted: ['retry', 'clear'],
  'wrong-clock': ['retry', 'clear'],
  'captive-portal': ['retry', 'clear'],
  'proxy-refused': ['retry', 'clear'],
  'handshake-refused': ['retry', 'verify', 'renew', 'clear'],
  outdated: ['retry', 'clear'],
  restricted: ['retry', 'clear'],
  banned: ['retry', 'clear'],
  'removed-while-limited': ['link'],
  'wrong-number': ['accept-number', 'reject-number'],
  'another-account': ['accept-number', 'reject-number'],
  'duplicate-number': ['reject-number', 'retry'],
  'duplicate-identity': [],
  'read-only': ['retry', 'clear'],
  'disk-full': ['retry', 'clear'],
  'io-error': ['retry', 'clear'],
  unknown: ['retry', 'verify', 'renew', 'clear'],
}

const ATTENTION: typeof MATRIX = Object.keys(BY_CAUSE)
  .filter(isCauseCode)
  .map((code) => [`attention: ${code}`, () => attending(code), BY_CAUSE[code], []])

describe.each([...MATRIX, ...ATTENTION])('%s', (_state, play, possible, already) => {
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
