import { readFileSync } from 'node:fs'
import { npm } from '../npm.mjs'
import { say } from '../report.mjs'

/** @typedef {import('./runners.mjs').Counts} Counts */

/**
 * @param {string} script of package.json
 * @param {import('./runners.mjs').Runner | undefined} runner
 * @param {string} report a file for the runner to write
 * @param {AbortSignal} timeIsUp
 * @returns {Promise<Counts>} a script without a runner has no tests, and is one failure if it fails
 */
export async function runStep(script, runner, report, timeIsUp) {
  const args = ['run', '--silent', script, '--', ...(runner?.args(report) ?? [])]
  const env = { ...process.env, ...runner?.env(report) }
  const { code, output } = await npm(args, { capture: runner === undefined, env, signal: timeIsUp })
  if (code !== 0) say(timeIsUp.aborted ? 'Ended: time is up.' : output.trimEnd())
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
