import type { LogFields } from '../../engine/ports.ts'

/** Whole numbers of phones and accounts, but their last digits. */
const LONG_DIGITS = /\d{6,}(?=\d{3})/g
/** What keys, tokens and the text of a QR look like. */
const LONG_WORD = /[A-Za-z0-9+/=_-]{24,}/g
/** The pieces of paths, names and ids: words, also several in one, or letters and digits of a hexadecimal number. */
const PLAIN_PIECE = /^(?:[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d*|[A-Z]*\d*|[0-9a-f]+)$/
/** What is left of a path without its plain pieces is short. */
const SECRET_LENGTH = 8

/** Takes out of a line what must not be read there: numbers but their last digits, keys, tokens and codes. */
export function redacted(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutSecrets(value) : value,
    ]),
  )
}

function withoutSecrets(text: string): string {
  return text.replace(LONG_WORD, (word) => (isSecret(word) ? '…' : word)).replace(LONG_DIGITS, '…')
}

function isSecret(word: string): boolean {
  const odd = word.split(/[/_=-]/).filter((piece) => !PLAIN_PIECE.test(piece))
  return odd.join('').length >= SECRET_LENGTH
}
