import { afterAll, describe, expect, it } from 'vitest'
import { SlowLine } from './test-support/slow-line.ts'

/** What came of one way to connect, on a line of its own: what is sent again would stand in the next one's way. */
function over(how: 'node' | 'way' | 'knock'): string {
  const line = SlowLine.make()
  if (!line) throw new Error('there was a line a moment ago')
  try {
    return line.run('slow-line-process.ts', how)
  } finally {
    line.remove()
  }
}

const trial = SlowLine.make()
afterAll(() => trial?.remove())

describe.runIf(trial !== null)(
  'a line of 400 ms to a host of whose three addresses only the second leads somewhere',
  () => {
    it('is too slow for Node’s own patience', () => {
      expect(over('node')).toBe('not connected')
    })

    it('is waited for', () => {
      expect(over('way')).toBe('connected')
    })

    it('is there for whoever knocks', () => {
      expect(over('knock')).toBe('reachable')
    })
  },
)
