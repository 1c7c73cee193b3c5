import { describe, expect, it } from 'vitest'
import { playwright, vitest } from './runners.mjs'
import { countsOf } from './step.mjs'

describe('counting tests', () => {
  it("reads vitest's report, a file that could not be loaded being one failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    }
    expect(vitest.counts(report)).toEqual({ passed: 5, failed: 2 })
  })

  it("reads Playwright's report", () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(playwright.counts(report)).toEqual({ passed: 3, failed: 2 })
  })

  it.each([
    ['a clean run', false, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
    ['failed tests', true, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
    ['a runner that fails without naming a test', true, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
    ['no test at all', false, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
  ])('counts %s', (_, broken, reported, counts) => {
    expect(countsOf(broken, reported)).toEqual(counts)
  })
})
