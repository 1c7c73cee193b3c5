import { hash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redacted } from './redaction.ts'

function line(error: string): string {
  return String(redacted({ error })['error'])
}

/** How many of a number's digits may be read in a row. */
const READABLE = 3
const RUNS = { numRuns: 1_000 }

const DIGITS = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 15 })
  .map((digits) => digits.join(''))
const SEPARATORS = ['', ' ', '-', '.', '/', '\u00a0', '\u2011', '\u2009', ') (', '%20', '%2D', '\u2060']
/** Where digits of other writings begin. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** A number in one of the writings that people, programs and wires use. */
const WRITTEN = fc
  .tuple(
    DIGITS,
    fc.constantFrom('', '+', '%2B', '00', '(+'),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...SEPARATORS)), {
      minLength: 1,
      maxLength: 15,
    }),
    fc.constantFrom(...ZEROS),
  )
  .map(([digits, before, groups, zero]) => {
    let written = before
    let at = 0
    for (let n = 0; at < digits.length; n += 1) {
      const [length, separator] = groups[n % groups.length] ?? [1, '']
      const group = digits.slice(at, at + length)
      written += (at === 0 ? '' : separator) + inWriting(group, zero)
      at += length
    }
    return { digits, written }
  })

/** Where a text from outside stands in what is logged. */
const PLACES = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `no session for ${text}`,
  (text) => `no session for ${text}:3@s.whatsapp.net`,
  (text) => `cannot read session-${text}.0.json`,
  (text) => JSON.stringify({ me: { id: text, device: 12 } }),
  (text) => `GET /v1/chats?phone=${text}&limit=20 failed with 404`,
  (text) => `Error: refused "${text}", code 428 after 3 s`,
)

function inWriting(digits: string, zero: number): string {
  return [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')
}

/** The digits of every writing, as ours. */
function inOurs(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? 0x30
    return String(code - zero)
  })
}

/** Whether more of a number than its last digits can be read, separators or not. */
function shows(text: string, digits: string): boolean {
  const bare = inOurs(text).replaceAll(/%(?:20|2D)|[\s\p{Cf}\p{Pd}./()]/gu, '')
  return Array.from({ length: digits.length - READABLE }, (_, at) =>
    digits.slice(at, at + READABLE + 1),
  ).some((part) => bare.includes(part))
}

/** As random as keys are, whatever is shrunk. */
const BYTES = fc
  .tuple(fc.integer(), fc.integer({ min: 24, max: 64 }))
  .map(([seed, length]) => hash('sha512', String(seed), 'buffer').subarray(0, length))
const KEYS = fc.tuple(
  BYTES,
  fc.constantFrom<(bytes: Buffer) => string>(
    (bytes) => bytes.toString('base64'),
    (bytes) => bytes.toString('base64url'),
    (bytes) => encodeURIComponent(bytes.toString('base64')),
    (bytes) => bytes.toString('hex'),
    (bytes) => bytes.toString('hex').toUpperCase(),
    (bytes) => (bytes.toString('hex').match(/../g) ?? []).join(':'),
    (bytes) => [...bytes].join(', '),
    (bytes) => `<Buffer ${(bytes.toString('hex').match(/../g) ?? []).join(' ')}>`,
  ),
)
const CODE = fc
  .array(fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTVWXYZ'.split('')), { minLength: 8, maxLength: 8 })
  .map((characters) => `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`)

describe('what must not be read', () => {
  it.each([
    ['+57 300 111 2233', '+…233'],
    ['57-300-111-2233', '…233'],
    ['(57) 300.111.2233', '(…233'],
    ['no session for 573007915262:3@s.whatsapp.net', 'no session for …262:3@s.whatsapp.net'],
    ['12345678', '…678'],
    ['code WXYZ-1234 for 1234@lid', 'code … for …@lid'],
    ['the PIN 4821 is wrong', 'the PIN … is wrong'],
    ["number [ '57300', '1112233' ]", "number [ '…233' ]"],
    ['key 8d3a5c7e90b1f2a4', 'key …'],
    ['key q83vEjRWeJCrze8S', 'key …'],
  ])('%s', (text, safe) => {
    expect(line(text)).toBe(safe)
  })

  it('of a number no more than the last digits, in whatever writing and place', () => {
    fc.assert(
      fc.property(WRITTEN, PLACES, ({ digits, written }, place) => {
        const safe = line(place(written))
        const bare = place('')
        expect(shows(safe, digits) && !shows(bare, digits), safe).toBe(false)
      }),
      RUNS,
    )
  })

  it('a number that was given in two pieces', () => {
    fc.assert(
      fc.property(DIGITS, fc.integer({ min: 4, max: 5 }), (digits, at) => {
        const [first, second] = [digits.slice(0, at), digits.slice(at)]
        for (const text of [`%s-%s ${first} ${second}`, `[ '${first}', '${second}' ]`]) {
          expect(shows(line(text), digits), line(text)).toBe(false)
        }
      }),
      RUNS,
    )
  })

  it('a key in any encoding', () => {
    fc.assert(
      fc.property(KEYS, PLACES, ([bytes, encode], place) => {
        const secret = encode(bytes)
        const safe = line(place(secret))
        const windows = Array.from({ length: Math.max(0, secret.length - 8) }, (_, at) =>
          secret.slice(at, at + 9),
        )
        expect(
          windows.filter((window) => safe.includes(window) && !place('').includes(window)),
          safe,
        ).toEqual([])
      }),
      RUNS,
    )
  })

  it('a key of 32 bytes, whole', () => {
    for (let n = 0; n < 500; n += 1) {
      for (const encoding of ['base64', 'base64url', 'hex'] as const) {
        expect(line(`bad key ${randomBytes(32).toString(encoding)}!`)).toBe('bad key …!')
      }
    }
    const qr = `2@${randomBytes(96).toString('base64')},${randomBytes(32).toString('base64')}`
    expect(line(qr)).not.toMatch(/[A-Za-z0-9+/]{9}/)
  })

  it('a number that is no text, but for quantities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('from', 'number', 'value', 'error', 'code', 'id'),
        (number, name) => {
          expect(String(redacted({ [name]: number })[name])).toBe(`…${String(number).slice(-READABLE)}`)
        },
      ),
      RUNS,
    )
  })

  it('what comes in the place of a name', () => {
    fc.assert(
      fc.property(DIGITS, fc.constantFrom('from', 'to', 'why', 'type'), (digits, name) => {
        expect(String(redacted({ [name]: digits })[name])).not.toContain(digits)
      }),
      RUNS,
    )
  })

  it('a code to type on the phone', () => {
    fc.assert(
      fc.property(CODE, PLACES, (code, place) => {
        expect(line(place(code))).not.toContain(code)
      }),
      RUNS,
    )
  })

  it('a PIN, where it is called one', () => {
    const pin = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(4, '0'))
    const words = fc.constantFrom<(pin: string) => string>(
      (digits) => `PIN ${digits}`,
      (digits) => `pin: ${digits}`,
      (digits) => JSON.stringify({ pin: digits }),
      (digits) => `?pin=${digits}&a=b`,
      (digits) => `la clave «${digits}» no es`,
    )
    fc.assert(
      fc.property(pin, words, (digits, place) => {
        expect(line(place(digits))).not.toContain(digits)
      }),
      RUNS,
    )
    expect(redacted({ pin: '4821', advSecretKey: 'abc', password: 'hola' })).toEqual({
      pin: '…',
      advSecretKey: '…',
      password: '…',
    })
  })
})

describe('what helps is left', () => {
  it.each([
    'org_f47ac10b58cc4372a567',
    "EACCES: permission denied, open '/home/maria/.config/Enlace/organizations/org_tienda1/g12/auth.db'",
    'C:\\Users\\Maria\\AppData\\Roaming\\Enlace',
    '2.3000.1043857760',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'closed with 428 after 3 tries, the last 12 s ago',
    'codes 408, 428, 503 and 515',
    'g17 of 3, took 1830 ms',
    'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36',
    '2026-11-28T13:44:35.123Z',
    'connect ECONNREFUSED 127.0.0.1:54321',
    'SQLITE_CORRUPT_VTAB: database disk image is malformed',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_BUFFER_TOO_LARGE: Cannot create a Buffer larger than 16384 bytes',
    'MessageCounterError: Key used already or never filled',
    "TypeError: Cannot read properties of undefined (reading 'noiseKey')",
    'Electron 43.2.0, Node 24.11.1, Chrome 150.0.7871.47',
    'handshake-refused wrong-number unlinked-from-phone',
    'WebSocket was closed with 1006',
  ])('%s', (words) => {
    expect(line(words)).toBe(words)
  })

  it('what has a name of Enlace’s own', () => {
    const phase = { from: 'connecting', to: 'online', cause: 'unlinked-from-phone', withinMs: 1_234_567_890 }
    expect(redacted(phase)).toEqual(phase)
  })

  it('what is no text', () => {
    expect(redacted({ epoch: 1_234_567_890, ok: true, cause: null })).toEqual({
      epoch: 1_234_567_890,
      ok: true,
      cause: null,
    })
  })
})
