import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    // How long anything may be waited for: this is the one place that says so. Where all is well nothing waits so long,
    // however busy the machine is; what has hung prints nothing, and that ends it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    // Most of the time goes by in waiting for a deadline, not in computing.
    maxWorkers: 3,
  },
})
