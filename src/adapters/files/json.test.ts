import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseJson } from './json.ts'

it('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

it('takes brackets in texts for what they are', () => {
  for (const inside of ['['.repeat(500), String.raw`\"`.repeat(3) + '{'.repeat(500), String.raw`\\`]) {
    expect(parseJson(`{"a": "${inside}", "b": [1]}`)).toMatchObject({ b: [1] })
  }
})

it('refuses what is nested so deep that printing it would fail', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(parseJson(deep(100))).toHaveLength(1)
  for (const levels of [101, 500_000]) expect(() => parseJson(deep(levels))).toThrow('levels deep')
  expect(() => parseJson('['.repeat(500_000))).toThrow(SyntaxError)
})
