import { describe, expect, it } from 'vitest'
import { encode } from './baileys-codec.ts'
import { lidOf, numberOf } from './own-account.ts'
import { personOf } from './person.ts'

const NUMBER = '573001234567'
const LID = '123456789012345'

/** A store that holds what was ever told of both names of these people. */
function mappings(...pairs: readonly (readonly [number: string, lid: string])[]) {
  const rows = new Map(
    pairs.flatMap(([number, lid]) => [
      [number, lid],
      [`${lid}_reverse`, number],
    ]),
  )
  return {
    read: (type: string, id: string) => {
      const value = type === 'lid-mapping' ? rows.get(id) : undefined
      return value === undefined ? null : encode(value)
    },
  }
}

describe('a person', () => {
  it('is one under their number, their LID and with each of their devices', () => {
    const known = mappings([NUMBER, LID])
    const names = [`${NUMBER}@s.whatsapp.net`, `${NUMBER}:3@s.whatsapp.net`, `${LID}@lid`, `${LID}:3@lid`]
    expect(new Set(names.map((name) => personOf(name, undefined, known))).size).toBe(1)
  })

  it('is one where only the envelope says both names', () => {
    const byLid = personOf(`${LID}:1@lid`, undefined, mappings())
    expect(personOf(`${NUMBER}@s.whatsapp.net`, `${LID}@lid`, mappings())).toBe(byLid)
    expect(personOf(`${LID}@lid`, `${NUMBER}@s.whatsapp.net`, mappings())).toBe(byLid)
  })

  it('is not another member of the same group', () => {
    const members = ['1', '2', '3'].map((n) => personOf(`12345678901234${n}@lid`, undefined, mappings()))
    expect(new Set(members).size).toBe(3)
  })
})

describe('a jid', () => {
  it.each([
    [`${NUMBER}@s.whatsapp.net`, NUMBER, null],
    [`${NUMBER}:12@s.whatsapp.net`, NUMBER, null],
    [`${NUMBER}_1:12@s.whatsapp.net`, NUMBER, null],
    [`${NUMBER}:99@hosted`, NUMBER, null],
    [`${LID}:2@lid`, null, LID],
    [`${LID}@hosted.lid`, null, LID],
    ['120363012345678901@g.us', null, null],
    ['status@broadcast', null, null],
    ['13135550002@c.us', null, null],
    ['', null, null],
    // What Baileys' own reading makes numbers of, or nothing at all.
    [`../${NUMBER}@s.whatsapp.net`, null, null],
    [`${NUMBER}:../../x@s.whatsapp.net`, null, null],
    [`${NUMBER}_../x@s.whatsapp.net`, null, null],
    [`${NUMBER}@s.whatsapp.net/../x`, null, null],
    ['12345678901234567890:3@s.whatsapp.net', null, null],
    ['tienda:3@s.whatsapp.net', null, null],
    [':3@s.whatsapp.net', null, null],
  ])('%s is a number, a LID, or neither', (jid, number, lid) => {
    expect(numberOf(jid)).toBe(number)
    expect(lidOf(jid)).toBe(lid)
  })
})
