import { z } from 'zod'

/** What the tormentor tells a victim. */
export const order = z.discriminatedUnion('do', [
  /** Opens what the folder holds, as at the start of a program. `ids` are the sessions that should be there. */
  z.object({ do: z.literal('open'), url: z.string(), folder: z.string(), ids: z.array(z.string()) }),
  /** Makes a new session and asks for its QR. */
  z.object({ do: z.literal('link'), id: z.string() }),
  /** Writes a message to the session's own number. */
  z.object({ do: z.literal('write'), id: z.string() }),
])
export type Order = z.infer<typeof order>

/** What a victim says. */
export const word = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  /** What it found in the store before anything connected. */
  z.object({
    say: z.literal('found'),
    id: z.string(),
    /** The public identity key in base64; null where there are no credentials. */
    identity: z.string().nullable(),
    /** Why the store or its credentials do not open. */
    finding: z.string().nullable(),
  }),
  z.object({
    say: z.literal('state'),
    id: z.string(),
    status: z.enum(['online', 'scan', 'unlinked', 'refused', 'busy']),
    /** Why it is refused. */
    cause: z.string().nullable(),
    qr: z.string().nullable(),
  }),
])
export type Word = z.infer<typeof word>
export type Found = Extract<Word, { say: 'found' }>
export type State = Extract<Word, { say: 'state' }>

/** The number behind a session of a run. */
export function numberOf(id: string): string {
  return `5731${id.replace(/\D/g, '').padStart(8, '0')}`
}
