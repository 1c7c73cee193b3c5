import { expect, it } from 'vitest'
import { playwright, vitest } from './runners.mjs'
import { slowest } from './slowest.mjs'

it("reads how long each test took, in both runners' reports", () => {
  const fromVitest = {
    testResults: [
      { name: '/shop/src/a.test.ts', assertionResults: [{ fullName: 'counts to two', duration: 20.5 }] },
      { name: '/shop/src/b.test.ts', assertionResults: [{ fullName: 'was left out' }] },
      { name: '/shop/src/unloadable.test.ts', assertionResults: [] },
    ],
  }
  expect(vitest.tests(fromVitest)).toEqual([
    { name: 'a.test.ts: counts to two', ms: 20.5 },
    { name: 'b.test.ts: was left out', ms: 0 },
  ])

  const spec = (title: string, ...durations: readonly number[]) => ({
    file: 'sub/c.spec.ts',
    ok: true,
    title,
    tests: [{ results: durations.map((duration) => ({ duration, errors: [] })) }],
  })
  const fromPlaywright = {
    suites: [
      {
        specs: [spec('opens', 900)],
        suites: [{ specs: [spec('closes', 100, 200)], suites: [] }],
      },
    ],
  }
  expect(playwright.tests(fromPlaywright)).toEqual([
    { name: 'c.spec.ts: opens', ms: 900 },
    { name: 'c.spec.ts: closes', ms: 300 },
  ])
})

it('names ten tests at most, the slowest first', () => {
  const tests = Array.from({ length: 12 }, (_, n) => ({ name: `test ${n}`, ms: n * 1000 }))
  const lines = slowest(tests)
  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe('  11.0 s  test 11')
  expect(lines.at(-1)).toBe('   2.0 s  test 2')
  expect(slowest([])).toEqual([])
})
