import { z } from 'zod'
import type { PasskeyRequest } from './passkey-request.ts'
import type { PasskeyAssertion, Signed } from './passkeys.ts'

/** The only page that signs: a passkey of `whatsapp.com` may be used by it, and WhatsApp expects no other. */
export const SIGNING_ORIGIN = 'https://web.whatsapp.com'

/** More than any authenticator gives: ids have at most 1023 bytes, user handles 64. */
const LONGEST_OUTCOME = 65_536
const LONGEST = { id: 1364, part: 8192, signature: 2048, userHandle: 88 }

const base64url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/)

const outcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    assertion: z.object({
      id: base64url(LONGEST.id),
      rawId: base64url(LONGEST.id),
      type: z.literal('public-key'),
      response: z.object({
        clientDataJSON: base64url(LONGEST.part),
        authenticatorData: base64url(LONGEST.part),
        signature: base64url(LONGEST.signature),
        userHandle: base64url(LONGEST.userHandle).nullable(),
      }),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.string().regex(/^[A-Za-z]{1,40}$/) }),
])

const clientData = z.object({
  type: z.literal('webauthn.get'),
  challenge: z.string(),
  origin: z.literal(SIGNING_ORIGIN),
})

/**
 * Reads what the page said. It was a page of ours, but what it says has come through a browser.
 *
 * @param said JSON of the signing script
 */
export function readOutcome(said: unknown, request: PasskeyRequest): Signed {
  const parsed = outcome.safeParse(jsonOf(said))
  if (!parsed.success) return { ok: false, why: 'refused', error: 'UnreadableAssertion' }
  if (!parsed.data.ok) return { ok: false, why: 'refused', error: parsed.data.error }
  const { assertion } = parsed.data
  return answers(assertion, request)
    ? { ok: true, assertion }
    : { ok: false, why: 'refused', error: 'ForeignAssertion' }
}

/** Whether it signs this request, at the right page, with a key that was asked for. */
function answers({ id, rawId, response }: PasskeyAssertion, request: PasskeyRequest): boolean {
  const signed = clientData.safeParse(jsonOf(Buffer.from(response.clientDataJSON, 'base64url').toString()))
  const asked = request.allowCredentials
  return (
    signed.success &&
    signed.data.challenge === unpadded(request.challenge) &&
    id === rawId &&
    (asked.length === 0 || asked.some((key) => unpadded(key.id) === id))
  )
}

function unpadded(text: string): string {
  return text.replace(/=+$/, '')
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > LONGEST_OUTCOME) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
