import { get, type IncomingHttpHeaders } from 'node:http'

const ASK_MS = 3_000
const SIGN_IN_FIRST = 511

/** Whether an answer to a WebSocket upgrade is a page's: what asks for a sign-in, and knows nothing of WhatsApp. */
export function isPortalAnswer(status: number): boolean {
  return (status >= 200 && status < 400) || status === SIGN_IN_FIRST
}

/**
 * Whether somebody else than the host answers for it where nothing is encrypted: such networks let no request through
 * before a person has signed in. The host itself sends plain requests to its own encrypted address.
 */
export function asksPlainly(host: string, port = 80): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = get({ host, port, path: '/', timeout: ASK_MS, agent: false }, (answer) => {
      // Of a page nothing is read.
      answer.destroy()
      resolve(isPortalAnswer(answer.statusCode ?? 0) && !leadsTo(host, answer.headers))
    })
    asking.once('timeout', () => asking.destroy())
    asking.once('error', () => resolve(false))
    asking.once('close', () => resolve(false))
  })
}

function leadsTo(host: string, { location }: IncomingHttpHeaders): boolean {
  return location !== undefined && URL.canParse(location) && new URL(location).hostname === host
}
