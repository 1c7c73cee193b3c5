import { readOutcome } from './assertion.ts'
import { BrowserProcess } from './browser-process.ts'
import { makeProfile, removeProfile } from './browser-profile.ts'
import { CdpError } from './cdp-pipe.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import type { Signed } from './passkeys.ts'
import { PageError, SigningPage } from './signing-page.ts'
import { aborted, type Way } from './way.ts'

/**
 * The computer's own browser, started for one ceremony: it shows its own dialogs, which know the phone, security keys
 * and the system's.
 *
 * @param program of Chrome, Edge or Chromium
 * @param folder for profiles that live as long as one ceremony
 */
export function browserWay(program: string, folder: string): Way {
  return async (request, signal) => {
    const profile = await makeProfile(folder)
    let browser: BrowserProcess | null = null
    try {
      if (signal.aborted) return aborted(signal)
      browser = BrowserProcess.start(program, profile)
      return await Promise.race([ceremony(browser, request), ended(signal)])
    } finally {
      await browser?.end()
      await removeProfile(profile)
    }
  }
}

async function ceremony(browser: BrowserProcess, request: PasskeyRequest): Promise<Signed> {
  try {
    const page = await SigningPage.take(browser.pipe)
    const gone = page.gone.then((error) => failed(error))
    const signed = page.open().then(async () => readOutcome(await page.sign(request), request))
    return await Promise.race([signed, gone])
  } catch (error) {
    return failed(error)
  }
}

/** A browser that cannot even be asked is no way to use a passkey; all else is how this one use of it ended. */
function failed(error: unknown): Signed {
  if (error instanceof PageError) return { ok: false, why: WHY[error.name], error: error.name }
  if (error instanceof CdpError)
    return { ok: false, why: error.kind === 'Closed' ? 'refused' : 'dropped', error: error.kind }
  throw error
}

/** What is not the person's doing is not told as theirs. */
const WHY: Readonly<Record<PageError['name'], Extract<Signed, { ok: false }>['why']>> = {
  NotStarted: 'no-way',
  Unreachable: 'dropped',
  WrongPage: 'dropped',
  InsecurePage: 'dropped',
  Crashed: 'dropped',
  Closed: 'refused',
}

function ended(signal: AbortSignal): Promise<Signed> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(aborted(signal)), { once: true })
  })
}
