import { toolsNode } from './bootstrap/node.mjs'
import { bootstrap } from './bootstrap/steps.mjs'
import { run } from './command.mjs'
import { main } from './report.mjs'

await main(async () => {
  await bootstrap()
  return (await run(toolsNode(), ['--no-warnings', 'soak/index.ts', ...process.argv.slice(2)])).code
})
