import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from '../../engine/ports.ts'

const context = new AsyncLocalStorage<string>()

/** Runs work so that whatever it leaves behind (timers, sockets, promises) is known to belong to the session. */
export function inSession<T>(sessionName: string, work: () => T): T {
  return context.run(sessionName, work)
}

/**
 * Keeps the process alive when something inside a library throws where nobody can catch it, and logs it with the
 * session it came from. That session notices by its deadlines; the others notice nothing.
 */
export function surviveDefects(log: Log): void {
  const note = (event: string) => (error: unknown) => {
    log.warn(event, { session: context.getStore() ?? null, error: String(error) })
  }
  process.on('uncaughtException', note('uncaught exception'))
  process.on('unhandledRejection', note('unhandled rejection'))
}
