import { release } from 'node:os'
import { passkeyWindow, type PasskeyWindowParts } from '../../adapters/desktop/passkey-window.ts'
import { findBrowser, thisComputer } from '../../adapters/passkey/browser-finder.ts'
import { removeLeftoverProfiles } from '../../adapters/passkey/browser-profile.ts'
import { browserWay } from '../../adapters/passkey/browser-way.ts'
import { oneAtATime } from '../../adapters/passkey/one-at-a-time.ts'
import type { Passkeys } from '../../adapters/passkey/passkeys.ts'
import type { Way } from '../../adapters/passkey/way.ts'
import type { PasskeyWay } from '../../contract/passkey.ts'
import { waysHere } from './ways-here.ts'

interface PasskeysParts extends PasskeyWindowParts {
  /** For browser profiles that live as long as one ceremony. What a crash has left there is deleted now. */
  readonly folder: string
  /** What a test has asked for; null outside of tests. */
  readonly wanted: readonly PasskeyWay[] | null
}

/** The owner's passkeys, by the ways that this computer has. They are looked for anew each time. */
export function passkeysOf({ folder, wanted, words, parent }: PasskeysParts): Passkeys {
  const swept = removeLeftoverProfiles(folder)
  return oneAtATime(async () => {
    await swept
    const computer = thisComputer()
    const program = await findBrowser(computer)
    const here = { platform: computer.platform, release: release(), hasBrowser: program !== null }
    const ways = new Map<PasskeyWay, Way>()
    for (const name of waysHere(here, wanted)) {
      if (name === 'window') ways.set(name, passkeyWindow({ words, parent }))
      else if (program !== null) ways.set(name, browserWay(program, folder))
    }
    return ways
  })
}
