import type { LogFields } from '../../engine/ports.ts'

/** Fields that hold a quantity. A number anywhere else may be somebody's. */
const QUANTITIES: ReadonlySet<string> = new Set(['detail', 'epoch', 'ms', 'n', 'withinMs'])
/** Fields that hold one of Enlace's own names for things, where they do. */
const NAMED: ReadonlySet<string> = new Set([
  'cause',
  'command',
  'finding',
  'from',
  'to',
  'type',
  'way',
  'why',
])
const NAME = /^[a-z]+(?:-[a-z]+){0,5}$/
/** What the fields are called that hold nothing else than a secret. */
const SECRET_FIELD = /pin$|password|secret|token|key$/i

/**
 * What support needs and what looks like a number or a key all the same: a moment, an id, a session's name, versions, and
 * the address that could not be reached.
 */
const READABLE = new RegExp(
  [
    String.raw`\b20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z\b|\b)`,
    String.raw`\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b`,
    String.raw`\b[A-Za-z0-9]{1,16}_(?=[0-9a-f]{20}\b)(?=\d*[a-f])[0-9a-f]{20}\b`,
    String.raw`\b2\.3000\.\d{4,10}\b`,
    String.raw`(?<=\b(?:Chrome|Chromium|Electron|Node|Safari)[ /])\d{1,3}(?:\.\d{1,4}){1,3}\b`,
    String.raw`(?<=\bE[A-Z]{5,12} )(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\b`,
  ].join('|'),
  'g',
)

/** What stands between the digits of one number, also where it was encoded for a URL or printed as a list. */
const BETWEEN = String.raw`(?:[\s\p{Cf}\p{Pd}.·•/()[\]_]|%(?:20|28|29|2[DdEeFf]|C2%A0)){0,4}`
/** What stands between the pieces of a number that was given in several. */
const APART = String.raw`['"]?,\s*['"]?`

/** What must not be read, from the most certain on, and what is left in its place. */
const SECRETS: readonly (readonly [form: RegExp, left: string | ((found: string) => string)])[] = [
  // Bytes as Node prints them, in sixteens and in tens, and as certificates' fingerprints are written.
  [/<Buffer[^>]*>?/g, '…'],
  [/\b[0-9a-f]{2}(?:[ :][0-9a-f]{2}){5,}\b/gi, '…'],
  [/\b\d{1,3}(?:,\s*\d{1,3}){7,}\b/g, '…'],
  // Keys, tokens and the text of a QR.
  [/(?<!%|%[0-9A-Fa-f])(?:[A-Za-z0-9+/=_-]|\\\/|%(?:2[BbFf]|3[Dd])){10,}/g, key],
  // What is typed on the phone to link, and what is typed here.
  [/(?<![A-Za-z0-9%])[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}(?![A-Za-z0-9])/g, linkCode],
  [/(?<=\b(?:pin|passcode|password|contraseña|clave|senha)\b\D{0,12})\p{Nd}{4,}/giu, '…'],
  [/(?<=\b(?:pin|passcode|password|contraseña|clave|senha)=)[^\s&,;]+/giu, '…'],
  // Numbers of phones and accounts but their last digits, in whatever writing.
  [/\p{Nd}{4,}(?=@(?:s\.whatsapp\.net|c\.us|lid|hosted|g\.us)|%40)/gu, shortened],
  [new RegExp(String.raw`\p{Nd}{4,}(?:${APART}\p{Nd}{3,})+`, 'gu'), shortened],
  [new RegExp(String.raw`\p{Nd}(?:${BETWEEN}\p{Nd}){6,}`, 'gu'), shortened],
]

/** Digits of a number that stay. */
const LAST = 3
/** The pieces of paths, names and ids: words, also several in one, or letters and then digits. */
const PLAIN_PIECE =
  /^(?:[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,})*\d{0,4}|[a-z]\d{0,4}|[A-Z]+\d{0,4}|[A-Z]{2,}[a-z]{3,}|\d+)$/
/** What a padded key ends in, which no word does. */
const PADDING = /[^=]=+$/
/** Letters and digits of a hexadecimal number: shorter ones are names of folders and of versions. */
const HEXADECIMAL = /^(?=\D*\d)(?=.*[a-f])[0-9a-f]{12,}$/i
/** What is left of a path without its plain pieces is short, and little of it. */
const SECRET_LENGTH = 8
const SECRET_SHARE = 3

/** Takes out of a line what must not be read there: numbers but their last digits, keys, tokens, codes and PINs. */
export function redacted(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, field(name, value)]))
}

function field(name: string, value: LogFields[string]): LogFields[string] {
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return QUANTITIES.has(name) ? value : unlessTelling(value)
  if (NAMED.has(name) && NAME.test(value)) return value
  return SECRET_FIELD.test(name) ? '…' : withoutSecrets(value)
}

function unlessTelling(value: number): number | string {
  const safe = withoutSecrets(String(value))
  return safe === String(value) ? value : safe
}

function withoutSecrets(text: string): string {
  let safe = ''
  let from = 0
  for (const { 0: readable, index } of text.matchAll(READABLE)) {
    safe += withoutForms(text.slice(from, index)) + readable
    from = index + readable.length
  }
  return safe + withoutForms(text.slice(from))
}

function withoutForms(text: string): string {
  return SECRETS.reduce(
    (rest, [form, left]) => rest.replace(form, (found) => (typeof left === 'string' ? left : left(found))),
    text,
  )
}

/** Two words in capitals are no code, and digits alone are a number. */
function linkCode(found: string): string {
  return /[A-Z]/.test(found) && /[\d-]/.test(found) ? '…' : found
}

function key(word: string): string {
  const plain = word
    .replaceAll(/\\\/|%2F/gi, '/')
    .replaceAll(/%2B/gi, '+')
    .replaceAll(/%3D/gi, '=')
  const pieces = plain.split(/[+/=_-]/)
  if (PADDING.test(plain) || pieces.some((piece) => HEXADECIMAL.test(piece))) return '…'
  const odd = pieces.filter((piece) => piece !== '' && !PLAIN_PIECE.test(piece))
  return odd.join('').length >= Math.min(SECRET_LENGTH, plain.length / SECRET_SHARE) ? '…' : word
}

/** The last digits of a number, in its own writing. */
function shortened(number: string): string {
  const digits = number.match(/\p{Nd}/gu) ?? []
  return digits.length > LAST * 2 ? `…${digits.slice(-LAST).join('')}` : '…'
}
