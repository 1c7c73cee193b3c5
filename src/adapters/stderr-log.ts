import type { Log, LogFields } from '../engine/ports.ts'

/** The technical log as JSON lines on standard error. Whole phone numbers are cut to their last digits. */
export const stderrLog: Log = {
  info: (event, fields) => line('info', event, fields),
  warn: (event, fields) => line('warn', event, fields),
}

const LONG_DIGITS = /\d{6,}(?=\d{3})/g

function line(level: string, event: string, fields: LogFields): void {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(LONG_DIGITS, '…') : value,
    ]),
  )
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...safe })}\n`)
}
