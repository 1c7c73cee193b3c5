import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../contract/preferences.ts'
import { isolated, withoutIsolation } from './isolated.ts'
import { textIn } from '../text.ts'

/** What turns a sentence around, what ends an isolation, what cannot be seen, halves of letters, and letters. */
const PIECES = [
  '\u202e',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200f',
  '\u061c',
  '\u0000',
  '\u001b',
  '\ud83d',
  '\udc00',
  '\u200d',
  'א',
  'ب',
  'Óptica',
  '7',
  ' ',
  '**',
  '😀',
]
const OUTSIDE = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))

/** What the sentences are filled from where it is more than one text. */
const FIELDS = ['pid', 'account', 'computer', 'reason', 'left', 'max', 'proposal', 'cause', 'status', 'until']

type Sentence = readonly [path: string, fill: (...inserted: unknown[]) => unknown]

function sentences(value: unknown, path: string): readonly Sentence[] {
  if (typeof value === 'function') {
    return [[path, (...inserted): unknown => Reflect.apply(value, undefined, inserted)]]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, `${path}.${name}`))
}

/** A text without what stands between the beginning and the end of an isolation; null where they do not match. */
function around(text: string): string | null {
  let open = 0
  let result = ''
  for (const character of text) {
    if (character === '\u2068') open += 1
    else if (character === '\u2069') open -= 1
    else if (open === 0) result += character
    if (open < 0) return null
  }
  return open === 0 ? result : null
}

const TURNS = /[\u0590-\u08ff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('what is inserted into a sentence', () => {
  it('never turns the rest of it around, in any sentence of any language', () => {
    const all = LANGUAGES.flatMap((language) => sentences(textIn(language), language))
    expect(all.length).toBeGreaterThan(300)
    fc.assert(
      fc.property(OUTSIDE, (outside) => {
        const fields = Object.fromEntries(FIELDS.map((name) => [name, outside]))
        for (const [path, fill] of all) {
          for (const inserted of [outside, fields]) {
            const sentence = fill(inserted, outside, outside, outside)
            if (typeof sentence !== 'string') continue
            expect(around(sentence), path).not.toBeNull()
            expect(around(sentence), path).not.toMatch(TURNS)
            expect(sentence.isWellFormed(), path).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is left as it is where it is written as the sentence is', () => {
    for (const name of ['Óptica Sol & Mar', '+57 300 791 5262', 'C:\\Users\\Maria', '👩‍👩‍👧 Tienda', '商店']) {
      expect(isolated(name)).toBe(name)
    }
  })

  it('keeps its own order, and can be copied without a trace', () => {
    expect(isolated('מכולת')).toBe('\u2068מכולת\u2069')
    expect(withoutIsolation(`a ${isolated('מכולת')} b`)).toBe('a מכולת b')
    expect(isolated(isolated('מכולת'))).toBe('\u2068\u2068מכולת\u2069\u2069')
  })
})
