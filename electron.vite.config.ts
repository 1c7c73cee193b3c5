import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Has the page fetch the typeface beside its program: the first text would wait for it, and only then ask for it. */
const preloadTypeface: Plugin = {
  name: 'preload-typeface',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /inter-latin-opsz.*woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          injectTo: 'head',
        })),
  },
}

/**
 * Main keeps its dependencies outside the bundle, but for those it needs before the window can paint: their many small
 * files would take as long to load as everything else. The sandboxed preload has to be one CommonJS file.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: ['electron-store', 'qrcode', 'zod'] },
      rolldownOptions: {
        input: { index: 'src/main/index.ts', simulator: 'src/main/practice/simulator-process.ts' },
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
    plugins: [react(), preloadTypeface],
    // Read from the disk, not sent over a network: one chunk is the fastest.
    build: { minify: true, chunkSizeWarningLimit: 1500 },
  },
})
