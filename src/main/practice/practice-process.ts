import { spawn } from 'node:child_process'
import { app } from 'electron'

/** Opens practice mode beside this Enlace, whose sessions stay online. A second call brings it to the front. */
export function openPracticeProcess(): void {
  const inherited = process.argv.filter(
    (argument) =>
      argument === '--no-sandbox' ||
      argument.startsWith('--user-data-dir=') ||
      argument.startsWith('--lang='),
  )
  const program = app.isPackaged ? [] : [app.getAppPath()]
  spawn(process.execPath, [...program, '--practice', ...inherited], {
    detached: true,
    stdio: 'ignore',
  }).unref()
}
