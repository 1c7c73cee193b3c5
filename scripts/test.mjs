import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap/steps.mjs'
import { main, say, seconds } from './report.mjs'
import { playwright, vitest } from './test/runners.mjs'
import { runStep } from './test/step.mjs'

/** A test that hangs has failed. This says so before whoever waits for it (CI: 12 minutes) gives up. */
const TIME_MS = 11 * 60_000

/** @type {readonly import('./test/step.mjs').Step[]} */
const STEPS = [
  { title: 'Formatting', script: 'format:check' },
  { title: 'Lint', script: 'lint' },
  { title: 'Types', script: 'types' },
  { title: 'Dead code', script: 'dead-code' },
  { title: 'Unit tests', script: 'unit', runner: vitest },
  { title: 'Build', script: 'build' },
  { title: 'End-to-end tests', script: 'e2e', runner: playwright, needs: 'build' },
]

await main(async () => {
  const timeIsUp = AbortSignal.timeout(TIME_MS)
  await bootstrap()
  const reports = mkdtempSync(path.join(tmpdir(), 'enlace-test-'))
  /** @type {string[]} */
  const summary = []
  const failedScripts = new Set()
  let passed = 0
  let failed = 0
  for (const step of STEPS) {
    say(`\n── ${step.title} ──`)
    const start = performance.now()
    const missesWhatItNeeds = failedScripts.has(step.needs)
    if (missesWhatItNeeds) say(`Not run: "${step.needs}" failed.`)
    const counts = missesWhatItNeeds
      ? { passed: 0, failed: 1 }
      : await runStep(step, path.join(reports, `${step.script}.json`), timeIsUp)
    passed += counts.passed
    failed += counts.failed
    if (counts.failed > 0) failedScripts.add(step.script)
    const tests = step.runner === undefined ? '' : ` ${counts.passed} passed, ${counts.failed} failed,`
    const line = `${counts.failed > 0 ? '✗' : '✓'} ${step.title}:${tests} ${seconds(performance.now() - start)}`
    say(line)
    summary.push(line)
  }
  rmSync(reports, { recursive: true })
  say(`\n── Summary ──\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
