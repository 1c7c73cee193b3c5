import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A condition is waited for as long as a test may take on a busy machine; its own timeout says when it is lost.
    expect: { poll: { timeout: 20_000 } },
    // Most of the time goes by in waiting for a deadline, not in computing.
    maxWorkers: 3,
  },
})
