import { type BinaryNode, decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEncoded, DEPTH_MAX, ELEMENTS_MAX } from './encoded-stanza.ts'
import { Unusable } from './frames.ts'
import { hostile } from './test-support/hostile-stanzas.ts'

const TEXT = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    'iq',
    'type',
    'set',
    '573007915262:3@s.whatsapp.net',
    '12345678901234@lid',
    '1-2@g.us',
    'A0B1',
  ),
)
const { stanza: STANZA } = fc.letrec<{ stanza: BinaryNode }>((tie) => ({
  stanza: fc.record({
    tag: TEXT,
    attrs: fc.dictionary(TEXT, TEXT, { maxKeys: 5 }),
    content: fc.oneof(
      { maxDepth: 6 },
      fc.constant(''),
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.array(tie('stanza'), { minLength: 1, maxLength: 6 }),
    ),
  }),
}))

function elementsOf({ content }: BinaryNode): number {
  return 1 + (Array.isArray(content) ? content.reduce((sum, inner) => sum + elementsOf(inner), 0) : 0)
}

function isTaken(bytes: Buffer): boolean {
  try {
    checkEncoded(bytes)
    return true
  } catch (error) {
    if (error instanceof Unusable) return false
    throw error
  }
}

describe('an encoded stanza', () => {
  it('as Baileys writes it is taken', () => {
    fc.assert(
      fc.property(STANZA, (stanza) => {
        expect(() => checkEncoded(Buffer.from(encodeBinaryNode(stanza)).subarray(1))).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it('that is taken is bounded, whatever its bytes are', async () => {
    const encoded = STANZA.map((stanza) => Buffer.from(encodeBinaryNode(stanza)).subarray(1))
    /** Tags that begin something, lengths and signs. */
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0, 1, 2, 4, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255),
    )
    const changes = fc.array(fc.tuple(fc.nat(), byte), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(encoded, changes, async (bytes, all) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of all) changed[at % changed.length] = value
        const taken = isTaken(changed)
        const read = taken
          ? await decodeBinaryNode(Buffer.concat([Buffer.of(0), changed])).catch(() => null)
          : null
        expect(read === null ? 0 : elementsOf(read)).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(Object.entries(hostile))('%s is refused at once', (_name, bytes) => {
    const began = performance.now()
    expect(() => checkEncoded(bytes())).toThrow(Unusable)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('may be as deep and as wide as the limits say', () => {
    const leaf: BinaryNode = { tag: 'a', attrs: {} }
    let deep = leaf
    for (let depth = 1; depth < DEPTH_MAX; depth += 1) deep = { tag: 'a', attrs: {}, content: [deep] }
    expect(() => checkEncoded(Buffer.from(encodeBinaryNode(deep)).subarray(1))).not.toThrow()
    const rows = Array.from({ length: 4 }, () => ({
      tag: 'a',
      attrs: {},
      content: Array.from({ length: ELEMENTS_MAX / 4 - 2 }, () => leaf),
    }))
    const wide = encodeBinaryNode({ tag: 'a', attrs: {}, content: rows })
    expect(() => checkEncoded(Buffer.from(wide).subarray(1))).not.toThrow()
  })
})
