import { app, powerMonitor } from 'electron'

/** How long what is open may take to close. What should run comes back at the next start all the same. */
const PATIENCE_MS = 2_000

/**
 * Closes what is open before the program ends, and ends it even where that hangs.
 *
 * @param runsOn whether it goes on when its window is closed
 */
export function quitOrderly(runsOn: () => boolean, close: () => Promise<void>): void {
  let closing = false
  app.on('window-all-closed', () => {
    if (!runsOn()) app.quit()
  })
  // The computer goes down. On Windows the window is told instead.
  powerMonitor.on('shutdown', () => app.quit())
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    // Whoever starts Enlace again meanwhile gets a window, not a silent end.
    app.releaseSingleInstanceLock()
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    void Promise.race([close(), patience]).finally(() => app.exit(0))
  })
}
