import { defineConfig } from 'vitest/config'

/** Layers without files, processes and sockets. */
const PURE = ['contract', 'text', 'engine', 'renderer'].map((layer) => `src/${layer}`)

const tests = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    // How long anything may be waited for: this is the one place that says so. Where all is well nothing waits so long,
    // however busy the machine is; what has hung prints nothing, and that ends it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 120_000 } },
    // Most of the time goes by in waiting for a deadline, not in computing.
    maxWorkers: 3,
    projects: [
      // What only computes leaves nothing behind in its process: one serves many files.
      { extends: true, test: { name: 'pure', include: tests(PURE), isolate: false } },
      {
        extends: true,
        test: {
          name: 'real',
          include: tests(['src', 'scripts']),
          exclude: tests(PURE),
          setupFiles: ['src/adapters/test-support/watched-decoding.ts'],
        },
      },
    ],
  },
})
