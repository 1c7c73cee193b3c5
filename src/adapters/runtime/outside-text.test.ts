import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outsideText } from './outside-text.ts'

describe('a text from outside', () => {
  it.each([
    ['Óptica  Sol\n', 40, 'Óptica Sol'],
    ['gpj.\u202etxt', 40, 'gpj. txt'],
    ['a\u0000b\u2066c\ud83d', 40, 'a b c'],
    ['👩‍👩‍👧 x', 40, '👩‍👩‍👧 x'],
    ['👩‍👩‍👧'.repeat(9), 5, '👩‍👩‍👧'.repeat(5)],
    ['é'.normalize('NFD').repeat(9), 5, 'é'.normalize('NFD').repeat(5)],
  ])('%j', (text, most, shown) => {
    expect(outsideText(text, most)).toBe(shown)
  })

  it('of a million characters is short, and soon', () => {
    const began = performance.now()
    expect(outsideText('a'.repeat(1_000_000), 100)).toHaveLength(100)
    expect(outsideText(`a${'\u0301'.repeat(1_000_000)}`, 100).length).toBeLessThanOrEqual(1_200)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('is always well formed, in one line and bounded', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (text, most) => {
          const shown = outsideText(text, most)
          expect(shown.isWellFormed()).toBe(true)
          expect(shown).not.toMatch(/[\n\r\u202a-\u202e\u2066-\u2069]/)
          expect(shown.length).toBeLessThanOrEqual(most * 12)
        },
      ),
    )
  })
})
