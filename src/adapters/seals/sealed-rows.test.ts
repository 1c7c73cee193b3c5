import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Home, KEY_BYTES, SealedRows } from './sealed-rows.ts'

const dataKey = randomBytes(KEY_BYTES)
const home: Home = { organizationId: 'shop-1', generation: 1 }
const rows = new SealedRows(dataKey, home)

/** As ids are, and as none is: broken letters, quotes, zeros. */
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'session',
    'sender-key',
    'pre-key',
    '573015550101.0',
    '1',
    '12',
    '\0',
    '\ud83d',
    '"',
    '","',
  ),
)
const row = fc.record({ type: word, id: word })
const value = fc.uint8Array({ maxLength: 200 })

function sealedAt({ type, id }: { readonly type: string; readonly id: string }, content: Uint8Array) {
  const hash = rows.hashOf(type, id)
  return { hash, sealed: rows.seal(type, hash, id, content) }
}

describe('a row', () => {
  it('gives back its id and its value, whatever they are', () => {
    fc.assert(
      fc.property(row, value, ({ type, id }, content) => {
        const { hash, sealed } = sealedAt({ type, id }, content)
        const opened = rows.open(type, hash, sealed)
        expect(opened?.id).toBe(id)
        expect(Buffer.from(opened?.value ?? 'nothing')).toEqual(Buffer.from(content))
        expect(Buffer.from(rows.openAs(type, id, hash, sealed) ?? 'nothing')).toEqual(Buffer.from(content))
        expect(rows.isWhole(type, hash, sealed)).toBe(true)
      }),
    )
  })

  it('is shared by no two ids, nor by one id under two types', () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        const same = one.type === other.type && one.id === other.id
        expect(rows.hashOf(one.type, one.id).equals(rows.hashOf(other.type, other.id))).toBe(same)
      }),
    )
    // Where one part ends and the next begins counts.
    expect(rows.hashOf('ab', 'c')).not.toEqual(rows.hashOf('a', 'bc'))
  })

  it('does not open under another id or type', () => {
    fc.assert(
      fc.property(row, row, value, (one, other, content) => {
        fc.pre(one.type !== other.type || one.id !== other.id)
        const { hash, sealed } = sealedAt(one, content)
        const elsewhere = rows.hashOf(other.type, other.id)
        expect(rows.open(other.type, elsewhere, sealed)).toBeNull()
        expect(rows.isWhole(other.type, elsewhere, sealed)).toBe(false)
        expect(rows.openAs(other.type, other.id, elsewhere, sealed)).toBeNull()
        // The hash moved with it, which somebody asks for by the other id.
        expect(rows.openAs(other.type, other.id, hash, sealed)).toBeNull()
      }),
    )
  })

  it('does not open in another organization or generation, or with another key', () => {
    const homes = fc.record({ organizationId: word, generation: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(row, homes, value, ({ type, id }, elsewhere, content) => {
        fc.pre(elsewhere.organizationId !== home.organizationId || elsewhere.generation !== home.generation)
        const { hash, sealed } = sealedAt({ type, id }, content)
        const other = new SealedRows(dataKey, elsewhere)
        expect(other.open(type, hash, sealed)).toBeNull()
        expect(other.isWhole(type, hash, sealed)).toBe(false)
      }),
    )
    const { hash, sealed } = sealedAt({ type: 'session', id: '1.0' }, Buffer.from('a ratchet'))
    expect(new SealedRows(randomBytes(KEY_BYTES), home).open('session', hash, sealed)).toBeNull()
  })

  it('that was sealed for an id which belongs elsewhere does not open', () => {
    const hash = rows.hashOf('session', '1.0')
    const sealed = rows.seal('session', hash, '2.0', Buffer.from('a ratchet'))
    expect(rows.open('session', hash, sealed)).toBeNull()
    expect(rows.openAs('session', '1.0', hash, sealed)).toBeNull()
  })

  it('of another shape does not open', () => {
    const hash = rows.hashOf('session', '1.0')
    for (const strange of [null, undefined, 'text', 1, new Uint8Array(), new Uint8Array(40)]) {
      expect(rows.open('session', hash, strange)).toBeNull()
      expect(rows.open('session', strange, rows.seal('session', hash, '1.0', hash))).toBeNull()
    }
  })

  it('has a hash that tells nothing without the key', () => {
    const other = new SealedRows(randomBytes(KEY_BYTES), home)
    expect(other.hashOf('session', '1.0')).not.toEqual(rows.hashOf('session', '1.0'))
    expect(rows.hashOf('session', '1.0')).toHaveLength(16)
  })
})
