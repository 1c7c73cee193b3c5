import path from 'node:path'

/**
 * How a test runner is told to write a report, and what its report says. A file of tests that could not even be loaded
 * counts as one failure.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 *
 * @typedef {{ name: string, ms: number }} Timed a test that has run, and how long it took
 *
 * @typedef {object} Runner
 * @property {(report: string) => readonly string[]} args what makes it write the report, beside what it prints
 * @property {(report: string) => Readonly<Record<string, string>>} env the same, for the environment
 * @property {(report: any) => Counts} counts reads the parsed report
 * @property {(report: any) => Timed[]} tests the same report
 */

/** @type {Runner} */
export const vitest = {
  args: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  env: () => ({}),
  counts: ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(isUnloadable).length,
  }),
  tests: ({ testResults }) =>
    testResults.flatMap(
      (/** @type {{ name: string, assertionResults: any[] }} */ { name, assertionResults }) =>
        assertionResults.map(({ fullName, duration }) => ({
          name: `${path.basename(name)}: ${fullName}`,
          // One that was left out has none.
          ms: duration ?? 0,
        })),
    ),
}

/** @param {{ status: string, assertionResults: readonly unknown[] }} file */
function isUnloadable({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0
}

/** @type {Runner} */
export const playwright = {
  args: () => ['--reporter=list,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  counts: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  tests: ({ suites }) => suites.flatMap(testsOf),
}

/**
 * @param {{ specs: any[], suites?: any[] }} suite a file, or a group inside of it
 * @returns {Timed[]}
 */
function testsOf({ specs, suites = [] }) {
  const own = specs.map(({ file, title, tests }) => {
    let ms = 0
    for (const { results } of tests) for (const { duration } of results) ms += duration
    return { name: `${path.basename(file)}: ${title}`, ms }
  })
  return [...own, ...suites.flatMap(testsOf)]
}
