import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foreignOrganization, newOrganization, phoneDigits, sessionNameFor } from './identity.ts'
import { recordWith } from '../test-support/records.ts'

const HERE = { installation: 'here', prefix: 'org' }
const UUID = '7f3a9c51-e0b8-4d2c-9a61-7f3a9c51e0b8'

function create(input: Parameters<typeof newOrganization>[0], existing = [recordWith()]) {
  return newOrganization(input, existing, UUID, HERE, 1)
}

describe('a new organization', () => {
  it('gets its session name from its id, once', () => {
    expect(create({ name: ' Óptica   Océano ' })).toMatchObject({
      ok: true,
      value: { id: UUID, name: 'Óptica Océano', sessionName: 'org_7f3a9c51e0b84d2c9a61', generation: 1 },
    })
    expect(sessionNameFor('org', '2')).toBe('org_2')
    expect(sessionNameFor('org', '---')).toBe('org____')
  })

  it('carries the prefix that is wished for, unless its session name is chosen', () => {
    const shop = { installation: 'here', prefix: 'tienda' }
    const made = (input: { id: string; sessionName?: string }) =>
      newOrganization({ name: 'Shop', ...input }, [], UUID, shop, 1)
    expect(made({ id: 'north-7' })).toMatchObject({ value: { sessionName: 'tienda_north7' } })
    expect(made({ id: 'north-7', sessionName: 'own' })).toMatchObject({ value: { sessionName: 'own' } })
    expect(foreignOrganization('default', [], shop, 1)).toMatchObject({
      value: { sessionName: 'tienda_default' },
    })
  })

  it.each([
    ['', 'name-empty'],
    [' \n\t ', 'name-empty'],
    ['x'.repeat(81), 'name-too-long'],
    ['Tienda \u202eatneiT', 'name-unusable'],
    ['Tienda\u2066', 'name-unusable'],
    ['Tienda\u0007', 'name-unusable'],
    ['Tien\u200bda', 'name-unusable'],
    ['Tienda \ud83d', 'name-unusable'],
    ['😀'.repeat(81), 'name-too-long'],
  ])('refuses the name %j', (name, code) => {
    expect(create({ name })).toMatchObject({ ok: false, error: { code } })
  })

  it.each(['', ' ', 'a b', 'ñ', '../x', 'a/b', 'a\\b', 'x'.repeat(65), 'a\u0000'])(
    'refuses the id %j',
    (id) => {
      expect(create({ name: 'Shop', id })).toMatchObject({ ok: false, error: { code: 'id-invalid' } })
    },
  )

  it('refuses an id that is there already, whatever its case', () => {
    expect(create({ name: 'Shop', id: 'SHOP-1' })).toMatchObject({ ok: false, error: { code: 'id-taken' } })
  })

  it('refuses an id by which another is known already, and proposes another session name for one', () => {
    const existing = [recordWith({ id: 'shop', sessionName: 'org_shop', aliases: ['default'] })]
    for (const id of ['org_shop', 'Default']) {
      expect(create({ name: 'Shop', id }, existing)).toMatchObject({ ok: false, error: { code: 'id-taken' } })
    }
    const meant = [recordWith({ id: 'org_shop', sessionName: 'org_orgshop' })]
    expect(create({ name: 'Shop', id: 'shop' }, meant)).toMatchObject({
      error: { code: 'session-name-taken', params: { proposal: 'org_shop_2' } },
    })
  })

  it('proposes another session name where two ids begin alike', () => {
    const long = 'abcdefghijklmnopqrst'
    const existing = [recordWith({ id: `${long}-1`, sessionName: sessionNameFor('org', `${long}-1`) })]
    const refused = create({ name: 'Shop', id: `${long}-2` }, existing)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'session-name-taken', params: { proposal: `org_${long}_2` } },
    })
    expect(create({ name: 'Shop', id: `${long}-2`, sessionName: `org_${long}_2` }, existing)).toMatchObject({
      ok: true,
      value: { sessionName: `org_${long}_2` },
    })
  })

  it.each(['CON', 'nul', 'com1', '', '-a', '.', '..', 'a.b', 'x'.repeat(65)])(
    'refuses the session name %j',
    (sessionName) => {
      expect(create({ name: 'Shop', sessionName })).toMatchObject({
        ok: false,
        error: { code: 'session-name-invalid' },
      })
    },
  )

  it('never makes two organizations share an id or a session name, in any case', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '-', '_', '1'), minLength: 1, maxLength: 64 })
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
        const made: ReturnType<typeof recordWith>[] = []
        for (const each of ids) {
          const first = newOrganization({ name: 'Shop', id: each }, made, UUID, HERE, 1)
          const proposal = first.ok ? undefined : first.error.params['proposal']
          const outcome = proposal
            ? newOrganization({ name: 'Shop', id: each, sessionName: proposal }, made, UUID, HERE, 1)
            : first
          if (outcome.ok) made.push(outcome.value)
        }
        const distinct = (values: string[]) => new Set(values.map((value) => value.toLowerCase())).size
        expect(distinct(made.map((record) => record.id))).toBe(made.length)
        expect(distinct(made.map((record) => record.sessionName))).toBe(made.length)
      }),
    )
  })
})

describe('a phone number', () => {
  it.each([
    '573007915262',
    '+57 300 791 5262',
    '0057 (300) 791-5262',
    '+57\u2011300\u2012791\u22125262',
    '\u202a+57\u00a0300\u202f791\u20095262\u202c',
    '\ufeff+57 300\u200b791\u20605262',
    '\uff0b\uff15\uff17\uff13\uff10\uff10\uff17\uff19\uff11\uff15\uff12\uff16\uff12',
  ])('%j is read whatever lies between its digits', (typed) => {
    expect(phoneDigits(typed)).toBe('573007915262')
  })

  it.each(['', '+', '57 300 79x 5262', '12345', '0'.repeat(12), '1'.repeat(16)])('%j is none', (typed) => {
    expect(phoneDigits(typed)).toBeNull()
  })
})
