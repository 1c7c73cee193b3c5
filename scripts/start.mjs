import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bootstrap } from './bootstrap/steps.mjs'
import { requireDisplay, sandboxIsRefused } from './chromium.mjs'
import { run } from './command.mjs'
import { nodeModules } from './paths.mjs'
import { main } from './report.mjs'
import { tool } from './tool.mjs'

await main(async () => {
  requireDisplay()
  await bootstrap()
  const sandbox = sandboxIsRefused() ? ['--no-sandbox'] : []
  const built = await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if (built !== 0) return built
  const { code } = await run(electron(), ['.', ...sandbox, ...process.argv.slice(2)])
  return code
})

function electron() {
  const folder = path.join(nodeModules, 'electron')
  return path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'))
}
