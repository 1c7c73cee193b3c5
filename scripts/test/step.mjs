import { readFileSync } from 'node:fs'
import { npm } from '../npm.mjs'
import { say, seconds } from '../report.mjs'
import { endedWhenSilent, SILENCE_MS } from './silence.mjs'

/**
 * @typedef {import('./runners.mjs').Counts} Counts
 * @typedef {import('./runners.mjs').Told} Told
 */

/**
 * @param {string} script of package.json
 * @param {import('./runners.mjs').Runner | undefined} runner
 * @param {string} report a file for the runner to write
 * @returns {Promise<Counts & { tests: readonly Told[] }>} a script without a runner has no tests, and is one failure if
 *   it fails
 */
export async function runStep(script, runner, report) {
  const args = ['run', '--silent', script, '--', ...(runner?.args(report) ?? [])]
  // What is listened to goes through a pipe, which a runner would take for a file: colours are for people.
  const colours = process.stdout.isTTY && process.stdout.hasColors() ? { FORCE_COLOR: '1' } : {}
  const env = { ...process.env, ...colours, ...runner?.env(report) }
  const { code, output, hung } = await endedWhenSilent(SILENCE_MS, (options) =>
    npm(args, { ...options, capture: runner === undefined, env }),
  )
  if (code !== 0) say(output.trimEnd())
  if (hung) say(`Ended: it printed nothing for ${seconds(SILENCE_MS)}.`)
  const failed = hung || code !== 0
  if (runner === undefined) return { passed: 0, failed: failed ? 1 : 0, tests: [] }
  const { counts, tests } = read(report, runner)
  return { ...countsOf(failed, counts), tests }
}

/**
 * A runner that ran no test, or failed without naming one, has failed once.
 *
 * @param {boolean} broken whether the runner itself says that it failed, or has hung
 * @param {Counts} reported
 * @returns {Counts}
 */
export function countsOf(broken, { passed, failed }) {
  return { passed, failed: Math.max(failed, !broken && passed > 0 ? 0 : 1) }
}

/**
 * @param {string} report
 * @param {import('./runners.mjs').Runner} runner
 * @returns {{ counts: Counts, tests: readonly Told[] }}
 */
function read(report, runner) {
  try {
    const parsed = JSON.parse(readFileSync(report, 'utf8'))
    return { counts: runner.counts(parsed), tests: runner.tests(parsed) }
  } catch {
    // The runner ended before it wrote a report; what it printed says why.
    return { counts: { passed: 0, failed: 1 }, tests: [] }
  }
}
