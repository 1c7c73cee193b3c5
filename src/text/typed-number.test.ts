import fc from 'fast-check'
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryOf, countryOfNumber, typedNumber } from './typed-number.ts'

describe('a number as it is written', () => {
  it.each([
    ['CO', '300 791 5262', '573007915262', 'CO'],
    ['CO', '+57 300 791 5262', '573007915262', 'CO'],
    ['CO', '573007915262', '573007915262', 'CO'],
    ['CO', '0057 (300) 791-5262', '573007915262', 'CO'],
    ['CO', '+57\u2011300\u2011791\u20115262', '573007915262', 'CO'],
    ['CO', '\u202a+57\u00a0300\u202f791\u20095262\u202c', '573007915262', 'CO'],
    ['CO', '\ufeff+57 300\u200b791\u20605262', '573007915262', 'CO'],
    [
      'CO',
      '\uff0b\uff15\uff17 \uff13\uff10\uff10 \uff17\uff19\uff11 \uff15\uff12\uff16\uff12',
      '573007915262',
      'CO',
    ],
    ['CO', '+57 (300) 791–5262', '573007915262', 'CO'],
    ['CO', '300.791.5262', '573007915262', 'CO'],
    ['CO', '601 382 4567', '576013824567', 'CO'],
    ['CO', 'https://wa.me/573007915262', '573007915262', 'CO'],
    ['CO', 'tel:+573007915262', '573007915262', 'CO'],
    ['CO', '(+57) 300 791 5262', '573007915262', 'CO'],
    ['CO', '٣٠٠ ٧٩١ ٥٢٦٢', '573007915262', 'CO'],
    ['CO', '+52 1 55 1234 5678', '525512345678', 'MX'],
    ['CO', '5215512345678', '525512345678', 'MX'],
    ['MX', '55 1234 5678', '525512345678', 'MX'],
    ['MX', '044 55 1234 5678', '525512345678', 'MX'],
    ['MX', '1 55 1234 5678', '525512345678', 'MX'],
    ['BR', '(11) 91234-5678', '5511912345678', 'BR'],
    ['BR', '011 91234-5678', '5511912345678', 'BR'],
    ['BR', '0 15 11 91234-5678', '5511912345678', 'BR'],
    ['BR', '+55 (0)11 91234-5678', '5511912345678', 'BR'],
    ['BR', '(31) 8765-4321', '5531987654321', 'BR'],
    ['BR', '(31) 98765-4321', '5531987654321', 'BR'],
    ['BR', '(11) 3456-7890', '551134567890', 'BR'],
    ['AR', '011 15 2345-6789', '5491123456789', 'AR'],
    ['AR', '11 2345-6789', '5491123456789', 'AR'],
    ['AR', '9 11 2345 6789', '5491123456789', 'AR'],
    ['AR', '+54 11 2345-6789', '5491123456789', 'AR'],
    ['AR', '+54 9 11 2345-6789', '5491123456789', 'AR'],
    ['AR', '0266 15 412-3456', '5492664123456', 'AR'],
    ['ES', '612 34 56 78', '34612345678', 'ES'],
    ['US', '(415) 555-2671', '14155552671', 'US'],
    ['US', '1-415-555-2671', '14155552671', 'US'],
    ['PE', '987 654 321', '51987654321', 'PE'],
    ['CL', '9 8765 4321', '56987654321', 'CL'],
    ['EC', '099 123 4567', '593991234567', 'EC'],
    ['GB', '+44 (0)7400 123456', '447400123456', 'GB'],
    [null, '+57 300 791 5262', '573007915262', 'CO'],
    [null, '573007915262', '573007915262', 'CO'],
  ])('in %s %s is %s', (country, typed, digits, of) => {
    expect(typedNumber(typed, country)).toEqual({ ok: true, digits, country: of })
  })

  it.each([
    ['CO', '', 'empty'],
    ['CO', ' + ', 'empty'],
    ['CO', '300', 'too-short'],
    ['CO', '300 791 5262 1234 99', 'too-long'],
    ['CO', '+57 300 791 52', 'unknown'],
    ['BR', '0800 123 4567', 'unknown'],
    ['AR', '15 2345-6789', 'unknown'],
    ['CO', '300 79x 5262', 'unknown'],
    ['CO', '300 791 5262 / 301 222 3344', 'too-long'],
    ['CO', '200 791 5262', 'unknown'],
    ['CO', '+999 123 456 789', 'unknown'],
    ['BR', '91234-5678', 'unknown'],
    [null, '300 791 5262', 'no-country'],
    ['XX', '300 791 5262', 'no-country'],
  ])('in %s nothing is made of %j: %s', (country, typed, doubt) => {
    expect(typedNumber(typed, country)).toEqual({ ok: false, doubt })
  })
})

/** What other programs, and telephones, put between digits. */
const LITTER = [
  '',
  ' ',
  '-',
  '.',
  '\u00a0',
  '\u2011',
  '\u2013',
  '\u202f',
  '\u200b',
  '\u2060',
  '\u00ad',
  '\u200e',
  '\ufe0f',
]
const AROUND = ['', ' ', '\u202a', '\u202c', '\ufeff', '\t', '\n']

function inFullWidth(text: string): string {
  return text.replace(/[+0-9]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
}

describe('whatever way a valid number is written', () => {
  const countries = COUNTRIES.flatMap((country) => {
    const found = countryOf(country)
    const number = found && isCountry(found) ? getExampleNumber(found, examples) : undefined
    return number?.isValid() && number.country === country ? [{ country, number }] : []
  })
  const litter = fc.array(fc.constantFrom(...LITTER), { minLength: 40, maxLength: 40 })

  it('knows numbers of nearly every country', () => {
    expect(countries.length).toBeGreaterThan(200)
  })

  it('is understood as the same digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom('plus', 'zeros', 'spaced', 'national', 'bare'),
        litter,
        fc.constantFrom(...AROUND),
        fc.constantFrom(...AROUND),
        fc.boolean(),
        ({ country, number }, form, between, before, after, wide) => {
          const plain = typedNumber(number.number, country)
          if (!plain.ok) throw new Error(`${number.number}: ${plain.doubt}`)
          const written = {
            plus: number.number,
            zeros: `00${number.number.slice(1)}`,
            spaced: number.formatInternational(),
            national: number.formatNational(),
            bare: number.number.slice(1),
          }[form]
          const littered = [...written]
            .map((sign, n) => (n === 0 ? sign : `${between[n] ?? ''}${sign}`))
            .join('')
          const typed = `${before}${wide ? inFullWidth(littered) : littered}${after}`
          expect([typed, typedNumber(typed, country)]).toEqual([typed, plain])
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('with its country code, it needs no country, and another one does no harm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom(null, ...COUNTRIES),
        ({ number }, country) => {
          expect(typedNumber(number.formatInternational(), country)).toEqual(typedNumber(number.number, null))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('a number once understood is understood again', () => {
    for (const { country, number } of countries) {
      const once = typedNumber(number.number, country)
      if (!once.ok) throw new Error(number.number)
      expect(typedNumber(`+${once.digits}`, null)).toEqual(once)
    }
  })
})

describe('a country', () => {
  it('is told from the region, and from a number', () => {
    expect(countryOf('co')).toBe('CO')
    expect(countryOf('419')).toBeNull()
    expect(countryOf('')).toBeNull()
    expect(countryOfNumber('573007915262')).toBe('CO')
    expect(countryOfNumber('5215512345678')).toBe('MX')
    expect(countryOfNumber('99912345678901')).toBeNull()
  })
})

function isCountry(country: string): country is CountryCode {
  return COUNTRIES.includes(country)
}
