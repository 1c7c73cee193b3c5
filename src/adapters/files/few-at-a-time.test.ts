import { expect, it } from 'vitest'
import { fewAtATime } from './few-at-a-time.ts'

it('has few under way at once, and gives the results in order', async () => {
  let underWay = 0
  let most = 0
  const items = Array.from({ length: 500 }, (_, n) => n)
  const doubled = await fewAtATime(items, async (n) => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setImmediate(resolve))
    underWay -= 1
    return 2 * n
  })
  expect(doubled).toEqual(items.map((n) => 2 * n))
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThan(100)
})

it('begins nothing more after an error', async () => {
  let begun = 0
  const work = fewAtATime(Array.from({ length: 500 }), async () => {
    begun += 1
    await Promise.resolve()
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(begun).toBeLessThan(100)
})
