import type { LogLevel, LogLine } from '../../contract/activity.ts'
import type { Log, LogFields } from '../../engine/ports.ts'
import { redacted } from './redaction.ts'

/** How many lines are kept of each session, and as many of the program itself. */
const KEPT = 300

/** Passes a log on and keeps its last lines of this run, so that they can be read in the window. Redacted. */
export class LogRing implements Log {
  readonly #next: Log
  /** By session name; the program's own under none. */
  readonly #lines = new Map<string | null, LogLine[]>()

  constructor(next: Log) {
    this.#next = next
  }

  info(event: string, fields: LogFields): void {
    this.#keep('info', event, fields)
    this.#next.info(event, fields)
  }

  warn(event: string, fields: LogFields): void {
    this.#keep('warn', event, fields)
    this.#next.warn(event, fields)
  }

  /** What was logged about a session and about the program, the oldest first. */
  about(sessionName: string): readonly LogLine[] {
    const lines = [...(this.#lines.get(null) ?? []), ...(this.#lines.get(sessionName) ?? [])]
    return lines.toSorted((a, b) => a.at - b.at)
  }

  #keep(level: LogLevel, event: string, { session, ...fields }: LogFields): void {
    const key = typeof session === 'string' ? session : null
    const lines = this.#lines.get(key) ?? []
    lines.push({ at: Date.now(), level, event, fields: redacted(fields) })
    if (lines.length > KEPT) lines.shift()
    this.#lines.set(key, lines)
  }
}
