import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Main keeps its dependencies outside the bundle, but for those it needs before the window can paint: their many small
 * files would take as long to load as everything else. The sandboxed preload has to be one CommonJS file.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: ['electron-store', 'qrcode', 'zod'] },
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
