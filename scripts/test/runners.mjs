import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * How a test runner is told to write a report, and what its report says. A file of tests that could not even be loaded
 * counts as one failure.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 *
 * @typedef {object} Told a test that has run
 * @property {string} name
 * @property {number} ms how long it took
 * @property {string} [failure] what it failed by, in plain text
 *
 * @typedef {object} Runner
 * @property {(report: string) => readonly string[]} args what makes it write the report, beside what it prints
 * @property {(report: string) => Readonly<Record<string, string>>} env the same, for the environment
 * @property {(report: any) => Counts} counts reads the parsed report
 * @property {(report: any) => Told[]} tests the same report
 */

/** @type {Runner} */
export const vitest = {
  args: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  env: () => ({}),
  counts: ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(isUnloadable).length,
  }),
  tests: ({ testResults }) => testResults.flatMap(testsOfVitest),
}

/**
 * @param {{ name: string, message?: string, status: string, assertionResults: readonly any[] }} file
 * @returns {Told[]}
 */
function testsOfVitest(file) {
  const name = path.basename(file.name)
  if (isUnloadable(file)) return [{ name, ms: 0, failure: plain([file.message]) }]
  return file.assertionResults.map(({ fullName, duration, status, failureMessages }) => ({
    name: `${name}: ${fullName}`,
    // One that was left out has none.
    ms: duration ?? 0,
    ...(status === 'failed' ? { failure: plain(failureMessages) } : {}),
  }))
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
  tests: ({ suites }) => suites.flatMap(testsOfPlaywright),
}

/**
 * @param {{ specs: any[], suites?: any[] }} suite a file, or a group inside of it
 * @returns {Told[]}
 */
function testsOfPlaywright({ specs, suites = [] }) {
  const own = specs.map(({ file, title, ok, tests }) => {
    const results = tests.flatMap((/** @type {{ results: any[] }} */ test) => test.results)
    const messages = results.flatMap(messagesOf)
    let ms = 0
    for (const { duration } of results) ms += duration
    return { name: `${path.basename(file)}: ${title}`, ms, ...(ok ? {} : { failure: plain(messages) }) }
  })
  return [...own, ...suites.flatMap(testsOfPlaywright)]
}

/** @param {{ errors: readonly { message?: string }[] }} result */
function messagesOf({ errors }) {
  return errors.map(({ message }) => message)
}

/** @param {readonly (string | undefined)[]} messages */
function plain(messages) {
  return stripVTControlCharacters(messages.filter((message) => message !== undefined).join('\n'))
}
