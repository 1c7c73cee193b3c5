import { seconds } from '../report.mjs'

const HOW_MANY = 10

/**
 * Where the time went, a line for each test, the slowest first.
 *
 * @param {readonly import('./runners.mjs').Told[]} tests of all runners
 * @returns {string[]}
 */
export function slowest(tests) {
  return tests
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, HOW_MANY)
    .map(({ name, ms }) => `${seconds(ms).padStart(8)}  ${name}`)
}
