import { spawn } from 'node:child_process'
import { app } from 'electron'

/** Practice mode, and the one that only brings it to the front. */
const MOST = 2
let running = 0

/** Opens practice mode beside this Enlace, whose sessions stay online. A second call brings it to the front. */
export function openPracticeProcess(): void {
  if (running === MOST) return
  const inherited = process.argv.filter(
    (argument) =>
      argument === '--no-sandbox' ||
      argument.startsWith('--user-data-dir=') ||
      argument.startsWith('--lang='),
  )
  const program = app.isPackaged ? [] : [app.getAppPath()]
  const practice = spawn(process.execPath, [...program, '--practice', ...inherited], {
    detached: true,
    stdio: 'ignore',
  })
  running += 1
  practice.once('close', () => {
    running -= 1
  })
  practice.unref()
}
