import { readFileSync } from 'node:fs'
import { npm } from '../npm.mjs'
import { say } from '../report.mjs'

/**
 * A script of package.json as one step of the test: either it runs tests, which are counted, or it is a check, silent
 * unless it fails.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {string} script
 * @property {import('./runners.mjs').Runner} [runner]
 * @property {string} [needs] the script of the step without whose success this one has nothing to test
 *
 * @typedef {import('./runners.mjs').Counts} Counts
 */

/**
 * @param {Step} step
 * @param {string} report a file for the runner to write
 * @param {AbortSignal} signal ends the step when time is up
 * @returns {Promise<Counts>}
 */
export async function runStep({ script, runner }, report, signal) {
  const args = ['run', '--silent', script, '--', ...(runner?.args(report) ?? [])]
  const env = { ...process.env, ...runner?.env(report) }
  const { code, output } = await npm(args, { capture: runner === undefined, env, signal })
  if (code !== 0) say(signal.aborted ? 'Ended: time is up.' : output.trimEnd())
  return runner === undefined
    ? { passed: 0, failed: code === 0 ? 0 : 1 }
    : countsOf(code, read(report, runner))
}

/**
 * A runner that ran no test, or failed without naming one, has failed once.
 *
 * @param {number} code
 * @param {Counts} reported
 * @returns {Counts}
 */
export function countsOf(code, { passed, failed }) {
  return { passed, failed: Math.max(failed, code === 0 && passed > 0 ? 0 : 1) }
}

/**
 * @param {string} report
 * @param {import('./runners.mjs').Runner} runner
 * @returns {Counts}
 */
function read(report, runner) {
  try {
    return runner.counts(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    // The runner ended before it wrote a report; what it printed says why.
    return { passed: 0, failed: 1 }
  }
}
