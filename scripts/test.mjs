import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap/steps.mjs'
import { installTestPrograms } from './bootstrap/test-programs.mjs'
import { main, say, seconds } from './report.mjs'
import { failed } from './test/failed.mjs'
import { playwright, vitest } from './test/runners.mjs'
import { slowest } from './test/slowest.mjs'
import { runStep } from './test/step.mjs'

/**
 * A script of package.json: either it runs tests, which are counted, or it is a check, silent unless it fails.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {string} script
 * @property {import('./test/runners.mjs').Runner} [runner]
 * @property {string} [needs] the script without whose success this one has nothing to test
 *
 * @type {readonly Step[]}
 */
const STEPS = [
  { title: 'Formatting', script: 'format:check' },
  { title: 'Lint', script: 'lint' },
  { title: 'Types', script: 'types' },
  { title: 'Dead code', script: 'dead-code' },
  { title: 'Third-party notices', script: 'notices:check' },
  { title: 'Unit tests', script: 'unit', runner: vitest },
  { title: 'Build', script: 'build' },
  { title: 'End-to-end tests', script: 'e2e', runner: playwright, needs: 'build' },
]

await main(async () => {
  await bootstrap()
  await installTestPrograms()
  const reports = mkdtempSync(path.join(tmpdir(), 'enlace-test-'))
  try {
    return await runSteps(reports)
  } finally {
    rmSync(reports, { recursive: true })
  }
})

/**
 * Runs every step, whatever the ones before it found, and ends with the sums alone on the last line.
 *
 * @param {string} reports a folder
 */
async function runSteps(reports) {
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interruption.abort())
  /** @type {Set<string | undefined>} */
  const failures = new Set()
  /** @type {string[]} */
  const summary = []
  /** @type {import('./test/runners.mjs').Told[]} */
  const told = []
  const sums = { passed: 0, failed: 0 }
  for (const { title, script, runner, needs } of STEPS) {
    say(`\n── ${title} ──`)
    const start = performance.now()
    const counts = failures.has(needs)
      ? notRun(`"${needs}" failed`)
      : await runStep(script, runner, path.join(reports, `${script}.json`))
    if (interruption.signal.aborted) return 130
    sums.passed += counts.passed
    sums.failed += counts.failed
    told.push(...counts.tests)
    if (counts.failed > 0) failures.add(script)
    const tests = runner === undefined ? '' : ` ${counts.passed} passed, ${counts.failed} failed,`
    const line = `${counts.failed > 0 ? '✗' : '✓'} ${title}:${tests} ${seconds(performance.now() - start)}`
    say(line)
    summary.push(line)
  }
  say(`\n── Slowest tests ──\n${slowest(told).join('\n')}`)
  const lost = failed(told)
  if (lost.length > 0) say(`\n── Failed tests ──\n${lost.join('\n')}`)
  say(`\n── Summary ──\n${summary.join('\n')}\n\n${sums.passed} passed, ${sums.failed} failed`)
  return sums.failed > 0 ? 1 : 0
}

/** @param {string} why */
function notRun(why) {
  say(`Not run: ${why}.`)
  return { passed: 0, failed: 1, tests: [] }
}
