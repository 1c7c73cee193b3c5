import { expect, it } from 'vitest'
import { failed } from './failed.mjs'
import { playwright, vitest } from './runners.mjs'

it("names every test of vitest's that failed, a file that could not be loaded among them, and by what", () => {
  const tests = vitest.tests({
    testResults: [
      {
        name: '/project/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'sums', status: 'passed', duration: 3, failureMessages: [] },
          {
            fullName: 'divides',
            status: 'failed',
            duration: 2,
            failureMessages: ['\u{1B}[31mexpected 1\u{1B}[39m\nto be 2'],
          },
        ],
      },
      { name: '/project/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  })
  expect(failed(tests)).toEqual([
    '✗ a.test.ts: divides',
    '    expected 1',
    '    to be 2',
    '✗ b.test.ts',
    '    no such module',
  ])
})

it("and Playwright's, in groups too", () => {
  const result = { duration: 4, errors: [{ message: 'expected online' }] }
  const lost = { file: 'c.spec.ts', title: 'links', ok: false, tests: [{ results: [result] }] }
  const kept = {
    file: 'c.spec.ts',
    title: 'drops',
    ok: true,
    tests: [{ results: [{ duration: 1, errors: [] }] }],
  }
  const tests = playwright.tests({ suites: [{ specs: [kept], suites: [{ specs: [lost] }] }] })
  expect(failed(tests)).toEqual(['✗ c.spec.ts: links', '    expected online'])
})

it('a comparison of a thousand lines is cut', () => {
  const told = failed([{ name: 'd', ms: 0, failure: 'line\n'.repeat(1000) }])
  expect(told).toHaveLength(31)
})
