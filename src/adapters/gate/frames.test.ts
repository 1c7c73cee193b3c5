import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRAME_MAX, Frames, Unusable } from './frames.ts'

function framed(payload: Uint8Array): Buffer {
  const head = Buffer.alloc(3)
  head.writeUIntBE(payload.length, 0, 3)
  return Buffer.concat([head, payload])
}

describe('frames', () => {
  it('come whole and in order, in whatever pieces they arrive', () => {
    const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 })
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 })
    fc.assert(
      fc.property(payloads, sizes, (all, pieces) => {
        const frames = new Frames()
        const bytes = Buffer.concat(all.map(framed))
        const whole: Buffer[] = []
        for (let at = 0, n = 0; at < bytes.length; n += 1) {
          const end = at + (pieces[n % pieces.length] ?? 1)
          whole.push(...frames.push(bytes.subarray(at, end)))
          at = end
        }
        expect(whole.map((frame) => frame.toString('hex'))).toEqual(
          all.map((payload) => framed(payload).toString('hex')),
        )
      }),
    )
  })

  it('are refused by their head, before the rest has arrived', () => {
    const head = Buffer.alloc(3)
    head.writeUIntBE(FRAME_MAX + 1, 0, 3)
    expect(() => new Frames().push(head)).toThrow(Unusable)
    const drop = new Frames()
    expect(drop.push(head.subarray(0, 1))).toEqual([])
    expect(drop.push(head.subarray(1, 2))).toEqual([])
    expect(() => drop.push(head.subarray(2))).toThrow(Unusable)
  })

  it('that come by the byte cost no copy of all that came before', () => {
    const frames = new Frames()
    const frame = framed(Buffer.alloc(FRAME_MAX))
    const began = performance.now()
    let whole: readonly Buffer[] = []
    for (let at = 0; at < frame.length; at += 64) whole = frames.push(frame.subarray(at, at + 64))
    expect(whole).toHaveLength(1)
    // Each copy would be of megabytes: tens of seconds in all.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
