import { expect, it } from 'vitest'
import { errorCode } from './patience.ts'
import { withinTime } from './deadline.ts'

it('gives back what came in time, also an error', async () => {
  expect(await withinTime(60_000, Promise.resolve('read'))).toBe('read')
  await expect(withinTime(60_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})

it('frees whoever waits for a disk that never answers', async () => {
  const never = new Promise(() => {})
  const error: unknown = await withinTime(1, never).catch((refusal: unknown) => refusal)
  expect(errorCode(error)).toBe('ETIMEDOUT')
})
