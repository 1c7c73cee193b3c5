import type { Log, LogFields } from '../../engine/ports.ts'
import { redacted } from './redaction.ts'

/** The technical log as JSON lines on standard error, redacted. */
export const stderrLog: Log = {
  info: (event, fields) => line('info', event, fields),
  warn: (event, fields) => line('warn', event, fields),
}

function line(level: string, event: string, fields: LogFields): void {
  const at = new Date().toISOString()
  process.stderr.write(`${JSON.stringify({ at, level, event, ...redacted(fields) })}\n`)
}
