import { silenceConsole } from '../src/adapters/runtime/quiet-console.ts'
import { soakWatcher } from './watcher.ts'

/** Lets one part of Enlace run for long, or over much, and says whether it kept what is promised of it. */
const SOAKS: Readonly<Record<string, () => Promise<boolean>>> = { watcher: soakWatcher }

silenceConsole()
const [name = ''] = process.argv.slice(2)
const soak = SOAKS[name]
if (!soak) {
  process.stderr.write(
    `Usage: npm run soak -- <what>, where what is one of: ${Object.keys(SOAKS).join(', ')}\n`,
  )
  process.exit(2)
}
process.exitCode = (await soak()) ? 0 : 1
