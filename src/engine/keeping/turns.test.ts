import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

const LIMIT = 4
const MEMBERS = 12

/** Lets what was asked for be granted. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Notes who has been granted a turn, in order. */
class Row {
  readonly turns = new Turns(LIMIT)
  readonly granted: number[] = []
  readonly members = Array.from({ length: MEMBERS }, () => ({}))

  request(n: number, urgent = false): void {
    this.turns.request(this.#member(n), urgent, () => this.granted.push(n))
  }

  release(n: number): void {
    this.turns.release(this.#member(n))
  }

  #member(n: number): object {
    const member = this.members[n]
    if (!member) throw new Error(`no member ${n}`)
    return member
  }
}

describe('turns', () => {
  it('go to a few at a time, in the order they asked', async () => {
    const row = new Row()
    for (let n = 0; n < 6; n += 1) row.request(n)
    expect(row.granted).toEqual([])
    await settled()
    expect(row.granted).toEqual([0, 1, 2, 3])
    row.release(2)
    row.release(0)
    expect(row.granted).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('go first to those a person waits for, also where the person came later', async () => {
    const row = new Row()
    for (let n = 0; n < 8; n += 1) row.request(n)
    await settled()
    row.request(9, true)
    row.request(6, true)
    row.release(0)
    row.release(1)
    row.release(2)
    expect(row.granted).toEqual([0, 1, 2, 3, 9, 6, 4])
  })

  type Step = { readonly n: number; readonly what: 'request' | 'urgent' | 'release' }
  const step: fc.Arbitrary<Step> = fc.record({
    n: fc.nat(MEMBERS - 1),
    what: fc.constantFrom('request', 'urgent', 'release'),
  })

  it('are never more than the limit, never go twice to one, and reach everybody in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const turns = new Turns(LIMIT)
        const members = Array.from({ length: MEMBERS }, () => ({}))
        const holding = new Set<object>()
        const waiting = new Set<object>()
        for (const { n, what } of steps) {
          const member = members[n] ?? {}
          // Asking again gives the turn back, and so does giving it back.
          holding.delete(member)
          waiting.delete(member)
          if (what === 'release') {
            turns.release(member)
          } else {
            waiting.add(member)
            turns.request(member, what === 'urgent', () => {
              if (!waiting.delete(member)) throw new Error('granted twice')
              holding.add(member)
              if (holding.size > LIMIT) throw new Error('too many turns')
            })
          }
          if (n % 3 === 0) await Promise.resolve()
        }
        await Promise.resolve()
        while (waiting.size > 0) {
          const [holder] = holding
          if (!holder) throw new Error('everybody waits and nobody holds')
          holding.delete(holder)
          turns.release(holder)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
