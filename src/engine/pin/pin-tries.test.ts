import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterWrong, NO_TRIES, onPresentClock, waitAfter, waitsUntil } from './pin-tries.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** So many wrong PINs, each as soon as it is allowed; says when the last one was. */
function guess(count: number, from = 1_000_000) {
  let at = from
  let tries = NO_TRIES
  for (let n = 0; n < count; n += 1) {
    at = waitsUntil(tries, at) ?? at
    tries = afterWrong(tries, at)
  }
  return { tries, at }
}

describe('wrong PINs', () => {
  it('cost nothing four times, then twice as long each time, up to a quarter of an hour', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map(waitAfter)
    expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0])
    expect(waits.slice(4, 8)).toEqual([30 * SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE])
    expect(waits.slice(8)).toEqual([8 * MINUTE, 15 * MINUTE, 15 * MINUTE, 15 * MINUTE])
  })

  it('block the next one until the wait is over, and not a moment longer', () => {
    const { tries, at } = guess(5)
    expect(waitsUntil(tries, at)).toBe(at + 30 * SECOND)
    expect(waitsUntil(tries, at + 30 * SECOND - 1)).toBe(at + 30 * SECOND)
    expect(waitsUntil(tries, at + 30 * SECOND)).toBeNull()
  })

  it('make half of the shortest PINs take more than seven weeks', () => {
    expect(guess(5_000).at / (24 * 60 * MINUTE)).toBeGreaterThan(7 * 7)
  })

  it('a clock that was set back neither skips the wait nor makes it longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20 }), fc.nat(365 * 24 * 60 * MINUTE), (wrong, back) => {
        const { tries, at } = guess(wrong, 2 ** 40)
        const now = at - back
        expect(waitsUntil(onPresentClock(tries, now), now)).toBe(now + waitAfter(wrong))
      }),
    )
  })
})
