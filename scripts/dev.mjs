import { bootstrap } from './bootstrap/steps.mjs'
import { requireDisplay, sandboxIsRefused } from './chromium.mjs'
import { main } from './report.mjs'
import { tool } from './tool.mjs'

await main(async () => {
  requireDisplay()
  await bootstrap()
  const sandbox = sandboxIsRefused() ? ['--noSandbox'] : []
  return tool('electron-vite/bin/electron-vite.js', ['dev', ...sandbox, '--', ...process.argv.slice(2)])
})
