import fc from 'fast-check'
import { expect, it } from 'vitest'
import { usableName } from '../../engine/keeping/identity.ts'
import { MOST_GENERATIONS, nextGeneration } from '../../engine/record.ts'
import { recordWith } from '../../engine/test-support/records.ts'
import { parseOrganization, printOrganization } from './organization-file.ts'

it('whatever name a record gives, a person can type it as it is read', () => {
  // Every letter there is, halves of letters too, and more often those that are not seen or change others.
  const letter = fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }),
    fc.constantFrom(0, 9, 10, 0x20, 0x61, 0xd3, 0x301, 0x303, 0x1100, 0x1161, 0x200b, 0x200d),
    fc.constantFrom(0x202e, 0x2066, 0x2069, 0xd83d, 0xfeff, 0xfffd),
  )
  const names = fc
    .array(letter, { minLength: 1, maxLength: 100 })
    .map((letters) => letters.map((one) => String.fromCodePoint(one)).join(''))
  fc.assert(
    fc.property(names, (name) => {
      const parsed = parseOrganization(printOrganization(recordWith({ name })))
      if (!parsed.ok) throw new Error(parsed.reason)
      expect(usableName(parsed.record.name)).toEqual({ ok: true, value: parsed.record.name })
    }),
  )
})

it('a record that can be read can be read after every clear, and no number comes twice', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: MOST_GENERATIONS - 5, max: MOST_GENERATIONS + 5 }),
    fc.constant(Number.MAX_SAFE_INTEGER),
  )
  const clears = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(
      number,
      number,
      fc.array(number, { maxLength: 4 }),
      clears,
      (generation, next, old, count) => {
        const aside = { clearedAt: 0, linked: true, number: null, lid: null, ended: false }
        const quarantine = old.map((one) => ({ ...aside, generation: one }))
        let parsed = parseOrganization(
          printOrganization(recordWith({ generation, nextGeneration: next, quarantine })),
        )
        fc.pre(parsed.ok)
        for (let n = 0; n < count && parsed.ok; n += 1) {
          const before = [parsed.record.generation, ...parsed.record.quarantine.map((one) => one.generation)]
          const cleared = nextGeneration(parsed.record, n, false)
          expect(before).not.toContain(cleared.generation)
          expect(before).not.toContain(cleared.nextGeneration)
          parsed = parseOrganization(printOrganization(cleared))
        }
        expect(parsed).toMatchObject({ ok: true })
      },
    ),
  )
})
