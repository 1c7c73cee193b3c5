import fc from 'fast-check'
import { COMMAND_NAMES, type CommandName } from '../../src/contract/commands.ts'
import { NETWORK_STEPS } from '../../src/contract/network.ts'
import { LESSON_NAMES, PRACTICE_FAULTS } from '../../src/contract/practice.ts'
import { SESSION_COMMANDS } from '../../src/contract/session-view.ts'

/** A call of the bridge, its arguments written as JavaScript: much of what can be sent has no other writing. */
export interface StrangeMessage {
  readonly name: string
  /** Expressions. */
  readonly input: string
  readonly pin: string
}

/** What the messages are sent to. */
export interface Target {
  /** An organization that is there and linked, and is to stay as it is. */
  readonly organizationId: string
  readonly organizationName: string
  /** The PIN that nobody knows. */
  readonly pin: string
  readonly dataFolder: string
  readonly preferences: Readonly<Record<string, unknown>>
}

/** What can be carried out, and harms nobody: it is answered, not refused. */
export const HARMLESS: ReadonlySet<string> = new Set<CommandName>([
  'attach',
  'painted',
  'listQuarantine',
  'readNetwork',
  'testNetwork',
  'copyText',
  'showing',
  'closeWindow',
  'readActivity',
  'readLog',
  'keepSource',
  'forgetProxySignIn',
  // Without a folder it asks the person, who chooses none.
  'importSession',
])

const written = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> => value.map((of) => fc.stringify(of))

/** Whatever can be sent between processes, and some that cannot. */
const junk: fc.Arbitrary<string> = fc.oneof(
  written(
    fc.anything({
      maxDepth: 4,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  ),
  fc.constantFrom(
    'undefined',
    '(() => { const round = {}; round.again = round; return round })()',
    '(() => { let deep = {}; for (let n = 0; n < 500; n += 1) deep = { organizationId: deep }; return deep })()',
    '(() => { let deep = {}; for (let n = 0; n < 50_000; n += 1) deep = [deep]; return deep })()',
    'JSON.parse(\'{"__proto__": {"organizationId": "x"}}\')',
    'new Error("none")',
    'new ArrayBuffer(10_000)',
    'new Uint8Array(10_000)',
    'Array.from({ length: 10_000 }, (_, n) => n)',
    '"x".repeat(1_000_000)',
    'new Proxy({}, {})',
    '() => {}',
    'Symbol("none")',
    'new Promise(() => {})',
    '({ get organizationId() { throw new Error("none") } })',
    'Object.create({ organizationId: "inherited" })',
  ),
)

/** Text that means something to file systems, to JavaScript or to a screen. */
const strangeText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 64 }),
  fc.string({ maxLength: 64 }),
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '../../etc/passwd',
    String.raw`..\..\Windows\System32`,
    '/dev/zero',
    '/proc/self/mem',
    '/',
    'con',
    'nul.json',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'a\0b',
    '\u202Eabc',
    '\uD800',
    '%2e%2e%2f',
    'x'.repeat(64),
    'x'.repeat(10_001),
    "'; DROP TABLE entry; --",
    '${process.exit()}',
  ),
)

const refusedName = fc.constantFrom('', '   ', '\t\n', 'x'.repeat(81), 'ñ'.repeat(9_999))

/** Where no session lies that could be taken over. */
function emptyPlaces({ dataFolder }: Target): fc.Arbitrary<string> {
  return fc.constantFrom(
    '',
    '.',
    '/',
    '/dev',
    '/dev/zero',
    '/dev/stdin',
    '/proc',
    '/proc/self/fd',
    '/sys',
    'a\0b',
    `${'x/'.repeat(4_000)}x`,
    dataFolder,
    `${dataFolder}/organizations`,
    `${dataFolder}/preferences.json`,
    `${dataFolder}/organizations/../organizations/.`,
    'file:///etc',
    '\\\\server\\share',
  )
}

/** For each command, input that fits its shape or nearly, and that must not be carried out. */
function nearly(target: Target): { readonly [N in CommandName]: fc.Arbitrary<unknown> } {
  const nobody = strangeText.filter((text) => text !== target.organizationId)
  const organizationId = nobody
  const somebody = fc.oneof(nobody, fc.constant(target.organizationId))
  const extra = fc.record({ extra: fc.string() })
  const only = fc.record({ organizationId })
  return {
    attach: fc.oneof(fc.constant({}), extra),
    painted: fc.oneof(fc.constant({}), extra),
    createOrganization: fc.oneof(
      fc.record({ name: refusedName }),
      fc.record({
        name: fc.constant('Tienda'),
        id: fc.constantFrom('', ' ', '../x', 'ñ', 'a b', 'x'.repeat(65)),
      }),
      fc.record({ name: fc.constant('Tienda'), id: fc.constant(target.organizationId) }),
      fc.record({ name: strangeText, sessionName: fc.constantFrom('', '..', 'a/b', 'con', 'x'.repeat(200)) }),
    ),
    commandSession: fc.oneof(
      fc.record({ organizationId, command: fc.constantFrom(...SESSION_COMMANDS) }),
      fc.record({ organizationId: somebody, command: strangeText }),
      // The PIN stands before these.
      fc.record({
        organizationId: fc.constant(target.organizationId),
        command: fc.constantFrom('clear', 'log-out', 'change-number', 'retire-previous'),
      }),
    ),
    linkByPhone: fc.oneof(
      fc.record({ organizationId, number: strangeText }),
      fc.record({ organizationId: fc.constant(target.organizationId), number: strangeText }),
    ),
    renameOrganization: fc.oneof(
      fc.record({ organizationId, name: strangeText }),
      fc.record({ organizationId: fc.constant(target.organizationId), name: refusedName }),
    ),
    removeOrganization: fc.record({
      organizationId: somebody,
      typedName: fc.oneof(strangeText, fc.constant(target.organizationName)),
    }),
    restoreOrganization: fc.record({ organizationId: somebody }),
    listQuarantine: fc.oneof(fc.constant({}), extra),
    exportSession: fc.record({ organizationId: somebody }),
    importSession: fc.record({ folder: emptyPlaces(target) }),
    deleteSource: fc.record({ organizationId: somebody }),
    keepSource: only,
    setPreferences: fc
      .tuple(
        fc.constantFrom(...Object.keys(target.preferences)),
        fc.constantFrom({}, [], 'ni-una-ni-otra', -1, 1e99),
      )
      .map(([field, value]) => ({ ...target.preferences, [field]: value })),
    setPin: fc.record({ pin: fc.oneof(fc.constant(null), fc.constant('1234'), strangeText) }),
    showing: only,
    closeWindow: fc.record({ how: fc.oneof(fc.constant('stay'), strangeText) }),
    readActivity: fc.record({
      organizationId: somebody,
      range: fc.oneof(fc.constant('7d'), strangeText),
      most: fc.oneof(fc.constant(10), fc.double(), fc.maxSafeInteger()),
    }),
    readLog: fc.record({ organizationId: somebody }),
    copyText: fc.record({ text: strangeText }),
    readNetwork: fc.oneof(fc.constant({}), extra),
    testNetwork: fc.record({ step: fc.oneof(fc.constantFrom(...NETWORK_STEPS), strangeText) }),
    signInToProxy: fc.record({ proxy: strangeText, user: strangeText, password: strangeText }),
    forgetProxySignIn: fc.record({ proxy: strangeText }),
    openPractice: extra,
    practiceScan: fc.record({ organizationId: somebody }),
    practiceFault: fc.record({ organizationId: somebody, fault: fc.constantFrom(...PRACTICE_FAULTS) }),
    practiceHeal: fc.constant({}),
    practiceRestart: fc.constant({}),
    practiceLessonDone: fc.record({ lesson: fc.constantFrom(...LESSON_NAMES) }),
  }
}

/** Messages of every command, none of which may change anything. */
export function strangeMessages(target: Target): fc.Arbitrary<StrangeMessage> {
  const wrongPin = fc.stringMatching(/^[0-9]{4,8}$/).filter((pin) => pin !== target.pin)
  const pin = fc.oneof(
    { weight: 6, arbitrary: fc.constant('undefined') },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: written(wrongPin) },
  )
  const named = COMMAND_NAMES.map((name) =>
    fc.record({
      name: fc.constant(name),
      // What cannot be sent as it is may arrive as nothing, which opens practice mode.
      input: fc.oneof(
        { weight: name === 'openPractice' ? 0 : 1, arbitrary: junk },
        { weight: 2, arbitrary: written(nearly(target)[name]) },
      ),
      pin,
    }),
  )
  return fc.oneof(...named, fc.record({ name: strangeText, input: junk, pin }))
}
