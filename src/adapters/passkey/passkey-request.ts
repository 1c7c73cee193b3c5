import { z } from 'zod'

/** The only site whose passkeys are ever used. */
export const RP_ID = 'whatsapp.com'

/** Limits of what a server may make a person wait for, in milliseconds. */
const SHORTEST_MS = 60_000
const LONGEST_MS = 600_000
/** Far more than any key's name or challenge takes. */
const LONGEST_TEXT = 4096

const base64url = z
  .string()
  .max(LONGEST_TEXT)
  .regex(/^[A-Za-z0-9_-]+={0,2}$/)

const schema = z.object({
  challenge: base64url,
  timeout: z.number().positive().optional(),
  rpId: z.literal(RP_ID),
  allowCredentials: z
    .array(z.object({ type: z.literal('public-key'), id: base64url }))
    .max(64)
    .default([]),
  userVerification: z.enum(['required', 'preferred', 'discouraged']).default('required'),
})

/** What WhatsApp asks a passkey to sign: WebAuthn's `PublicKeyCredentialRequestOptions` as JSON, as far as it is used. */
export interface PasskeyRequest {
  /** base64url */
  readonly challenge: string
  /** Milliseconds that the person has. */
  readonly timeout: number
  readonly rpId: typeof RP_ID
  /** The account's keys; any key of the site where empty. */
  readonly allowCredentials: readonly { readonly type: 'public-key'; readonly id: string }[]
  readonly userVerification: 'required' | 'preferred' | 'discouraged'
}

/** Reads the JSON of `passkey_request_options`; null where it is none, or is about another site than WhatsApp. */
export function readPasskeyRequest(json: string): PasskeyRequest | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return null
  }
  const result = schema.safeParse(parsed)
  if (!result.success) return null
  const { timeout = LONGEST_MS, ...request } = result.data
  return { ...request, timeout: Math.min(LONGEST_MS, Math.max(SHORTEST_MS, timeout)) }
}
