import { existsSync } from 'node:fs'
import { root } from '../paths.mjs'
import { ActionableError, say, step } from '../report.mjs'
import { alone } from './lock.mjs'
import { apt, installCommand, isInPath } from './system-libraries.mjs'

/** What only tests start: a real browser beside Electron, and what has it trust a server of theirs. */
const PROGRAMS = new Map([
  ['/usr/bin/chromium', 'chromium'],
  ['/usr/bin/certutil', 'libnss3-tools'],
])

/** Installs them where that may be done without asking; elsewhere says that their tests are left out. */
export async function installTestPrograms() {
  if (missing().length === 0) return
  if (process.platform === 'linux' && process.getuid?.() === 0 && isInPath('apt-get')) {
    await alone(root, async () => {
      try {
        await step('Installing a browser for its tests', async () => {
          await apt(['apt-get', 'update'])
          await apt(installCommand(missing()))
        })
      } catch (error) {
        // Ubuntu has no such package; everything else can be tested all the same.
        if (!(error instanceof ActionableError)) throw error
        say(error.message)
      }
    })
  }
  const still = missing()
  if (still.length === 0) return
  say(
    `The tests with a real browser are left out: they need Debian's packages ${still.join(' and ')}, which this ` +
      'machine does not have. Root on Debian, such as CI, gets them by itself.',
  )
}

/** @returns {readonly string[]} packages */
function missing() {
  return [...PROGRAMS].filter(([file]) => !existsSync(file)).map(([, name]) => name)
}
