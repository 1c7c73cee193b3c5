import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Main and preload keep their dependencies outside the bundle; the sandboxed preload cannot, and is one CommonJS file. */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { index: 'src/main/index.ts', simulator: 'src/main/simulator-process.ts' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react()],
    // Read from the disk, not sent over a network: one chunk is the fastest.
    build: { minify: true, chunkSizeWarningLimit: 1500 },
  },
})
