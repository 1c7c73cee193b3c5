import { toolsNode } from './bootstrap/node.mjs'
import { bootstrap } from './bootstrap/steps.mjs'
import { run } from './command.mjs'
import { withDisplay } from './display.mjs'
import { main } from './report.mjs'
import { tool } from './tool.mjs'

await main(async () => {
  await bootstrap()
  const built = await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if (built !== 0) return built
  return withDisplay(
    async () => (await run(toolsNode(), ['e2e/gallery/index.ts', ...process.argv.slice(2)])).code,
  )
})
