/** Why the simulated phone would not do something. */
export type PhoneRefusal =
  'no-qr' | 'ended' | 'full' | 'passkey' | 'retired' | 'failed' | 'not-linked' | 'other'

/** The simulator gives its reasons in English sentences, for logs and tests; these are the ones a person can act on. */
const SAID: readonly (readonly [PhoneRefusal, RegExp])[] = [
  ['no-qr', /^no-qr$/],
  ['ended', /^ended$/],
  ['full', /already has 4 linked devices/],
  ['passkey', /passkey/],
  ['retired', /has retired this QR|has expired/],
  ['failed', /closed the connection instead of confirming/],
  ['not-linked', /has no linked device/],
]

export function phoneRefusal(reason: string | undefined): PhoneRefusal {
  return SAID.find(([, words]) => words.test(reason ?? ''))?.[0] ?? 'other'
}
