import { existsSync } from 'node:fs'
import path from 'node:path'
import { withDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { ActionableError, main } from './report.mjs'
import { tool } from './tool.mjs'

await main(async () => {
  if (!existsSync(path.join(root, 'out', 'main'))) {
    throw new ActionableError(
      'These tests drive the built app, and there is none yet. Run "npm run build" first.',
    )
  }
  return withDisplay(() =>
    tool('playwright/cli.js', ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)]),
  )
})
