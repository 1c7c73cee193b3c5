/**
 * libsignal prints whole session objects, keys included, with `console.info`, `console.warn` and `console.error`.
 * Enlace has a log of its own, so in its main process the console is closed to everyone.
 */
export function silenceConsole(): void {
  const silent = () => {}
  Object.assign(console, { log: silent, info: silent, warn: silent, error: silent, debug: silent })
}
