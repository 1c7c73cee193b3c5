import { defineConfig } from 'playwright/test'

/** The built app on real Electron. `npm run e2e` starts this under a display. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Each test starts an app and a simulator; more than two at once would measure this machine, not Enlace.
  workers: 2,
  fullyParallel: true,
  // A test that passes only at the second try has found something.
  retries: 0,
  // How long anything may be waited for. Where all is well nothing waits so long, however busy the machine is.
  timeout: 9 * 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
