/**
 * How a test runner is told to write a report, and what its report says. A file of tests that could not even be loaded
 * counts as one failure.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 *
 * @typedef {object} Runner
 * @property {(report: string) => readonly string[]} args what makes it write the report, beside what it prints
 * @property {(report: string) => Readonly<Record<string, string>>} env the same, for the environment
 * @property {(report: any) => Counts} counts reads the parsed report
 */

/** @type {Runner} */
export const vitest = {
  args: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  env: () => ({}),
  counts: ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(isUnloadable).length,
  }),
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
}
