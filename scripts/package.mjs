import { bootstrap } from './bootstrap/steps.mjs'
import { main } from './report.mjs'
import { tool } from './tool.mjs'

await main(async () => {
  await bootstrap()
  const built = await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if (built !== 0) return built
  return tool('electron-builder/cli.js', ['--publish', 'never', ...process.argv.slice(2)])
})
