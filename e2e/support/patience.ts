import { expect as strict } from 'playwright/test'

/**
 * How long anything may be waited for: the one place that says so, for tests and pictures alike. Where all is well
 * nothing waits so long, however busy the machine is.
 */
export const PATIENCE_MS = 120_000

export const expect = strict.configure({ timeout: PATIENCE_MS })
