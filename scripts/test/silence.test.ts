import { afterEach, expect, it, vi } from 'vitest'
import { run } from '../command.mjs'
import { endedWhenSilent } from './silence.mjs'

const MINUTE = 60_000

afterEach(() => {
  vi.useRealTimers()
})

it('ends a command that has fallen silent, with what it started', async () => {
  // Silent itself, with a silent child that holds on to its output: it would not end while that one lives.
  const program = `
    require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
  const { hung, code } = await endedWhenSilent(1000, (options) =>
    run(process.execPath, ['-e', program], { ...options, capture: true }),
  )
  expect(hung).toBe(true)
  expect(code).not.toBe(0)
})

it.each([
  ['what is captured', true],
  ['what is shown', false],
])('lets a command take its time while it prints: %s is heard', async (_, capture) => {
  // Our own clock stands still, and goes on by nine minutes with each word of the real child.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let heard = 0
  const program = `
    let words = 0
    const timer = setInterval(() => (words += 1) > 5 ? clearInterval(timer) : process.stdout.write(' '), 100)`
  const outcome = await endedWhenSilent(10 * MINUTE, ({ signal, hear }) =>
    run(process.execPath, ['-e', program], {
      capture,
      signal,
      hear: () => {
        heard += 1
        vi.advanceTimersByTime(9 * MINUTE)
        hear()
      },
    }),
  )
  expect(outcome).toMatchObject({ code: 0, hung: false })
  expect(heard).toBeGreaterThan(0)
})
