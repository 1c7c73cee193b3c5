import {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'

/** Why nothing can be made of what was typed. */
export type NumberDoubt = 'empty' | 'no-country' | 'too-short' | 'too-long' | 'unknown'

export type TypedNumber =
  /** `digits`: country code and number. `country`: two letters, null where several share the code. */
  | { readonly ok: true; readonly digits: string; readonly country: string | null }
  | { readonly ok: false; readonly doubt: NumberDoubt }

/** Every country that has numbers, as two letters. */
export const COUNTRIES: readonly string[] = getCountries()

/** The country if it has numbers; null otherwise. @param region two letters, as the system names its region */
export function countryOf(region: string): string | null {
  const country = region.toUpperCase()
  return isSupportedCountry(country) ? country : null
}

/** The country of a number. @param digits country code and number */
export function countryOfNumber(digits: string): string | null {
  return parsePhoneNumberFromString(`+${digits}`)?.country ?? null
}

/**
 * Understands a number as people write and paste it: with or without its country code, with what their telephone puts
 * before it at home, and with whatever another program has left between the digits.
 *
 * @param typed the text as it came
 * @param country two letters: where it is dialled from, when it does not say
 */
export function typedNumber(typed: string, country: string | null): TypedNumber {
  const text = plain(typed)
  const digits = text.replace(/\D/g, '')
  if (digits === '') return doubt('empty')
  // Letters are no digits: what else is in there is not understood, and a part of it is not a number.
  if (!/^\+?[\d\s()./\\-]+$/.test(text)) return doubt('unknown')
  if (text.startsWith('+')) return international(digits)
  // An operator's own prefixes are not dialled in front of another country's number any more.
  if (digits.startsWith('00')) return international(digits.slice(2))

  const home = country === null ? null : countryOf(country)
  const there = home !== null && isSupportedCountry(home) ? local(digits, home) : null
  // Without its plus, as WhatsApp's own links have it.
  const abroad = international(digits)
  if (abroad.ok && abroad.country === home) return abroad
  if (there?.ok) return there
  if (abroad.ok && digits.length > LONGEST_LOCAL) return abroad
  return there ?? (abroad.ok ? abroad : doubt('no-country'))
}

/** A shorter one may just as well be a local number of another country. */
const LONGEST_LOCAL = 10

/** As typed on a plain keyboard: no invisible marks, one kind of dash, digit and space. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212\u00b7\u2022\u30fb~_]/gu, '-')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^(?:tel:|whatsapp:|https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\?phone=)\+?/i, '+')
    .replace(/^(?:tel|whatsapp):/i, '')
    .replace(/^\(\s*\+/, '+(')
    .trim()
}

/** Digits of any script stand in tens, from zero on. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit
  let zero = digit.codePointAt(0) ?? 0
  const code = zero
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return String(code - zero)
}

function international(digits: string): TypedNumber {
  // A trunk 0 behind the country code, as in +49 (0)30, is left out here already.
  const number = parsePhoneNumberFromString(`+${digits}`)
  return judged(inOneForm(number ? number.number.slice(1) : digits), null)
}

function local(digits: string, country: CountryCode): TypedNumber {
  const number = parsePhoneNumberFromString(withoutHabits(digits, country), country)
  if (!number) return judged(digits, country)
  return judged(inOneForm(number.number.slice(1)), country)
}

/** What was dialled before Mexico's ten digits until 2019, and still stands on many a shop's sign. */
function withoutHabits(digits: string, country: CountryCode): string {
  return country === 'MX' ? digits.replace(/^(?:01|04[45]|1)(\d{10})$/, '$1') : digits
}

/**
 * The form that WhatsApp asks for where a country has two (its help page about international numbers): no 1 in Mexico,
 * and the 9 that Argentina's and Brazil's mobiles have.
 */
function inOneForm(digits: string): string {
  return digits
    .replace(/^521(\d{10})$/, '52$1')
    .replace(/^54([1-8]\d{9})$/, '549$1')
    .replace(/^55([1-9]\d)([6-9]\d{7})$/, '55$19$2')
}

/** Free and dear numbers have no WhatsApp, and are what a number that is too short is easily taken for. */
const REACHABLE: ReadonlySet<string | undefined> = new Set([
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
  'PERSONAL_NUMBER',
])

function judged(digits: string, home: CountryCode | null): TypedNumber {
  const number = parsePhoneNumberFromString(`+${digits}`)
  if (number && REACHABLE.has(number.getType()))
    return { ok: true, digits: number.number.slice(1), country: number.country ?? null }
  const length =
    home === null ? validatePhoneNumberLength(`+${digits}`) : validatePhoneNumberLength(digits, home)
  switch (length) {
    case 'TOO_SHORT':
      return doubt('too-short')
    case 'TOO_LONG':
      return doubt('too-long')
    case 'NOT_A_NUMBER':
    case 'INVALID_COUNTRY':
    case 'INVALID_LENGTH':
    case undefined:
      return doubt('unknown')
  }
}

function doubt(why: NumberDoubt): TypedNumber {
  return { ok: false, doubt: why }
}
