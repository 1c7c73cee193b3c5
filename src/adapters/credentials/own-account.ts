import type { AuthenticationCreds } from '@whiskeysockets/baileys'
import type { Account } from '../../engine/account.ts'
import type { AuthStore } from '../store/auth-store.ts'
import { decode } from './baileys-codec.ts'

const NUMBER_SERVERS: ReadonlySet<string> = new Set(['s.whatsapp.net', 'hosted'])
const LID_SERVERS: ReadonlySet<string> = new Set(['lid', 'hosted.lid'])
const DIGITS = /^[0-9]{5,20}$/
/** A whole jid: who, sometimes as whose agent, which of the devices, and where. Baileys' `jidDecode` takes anything. */
const JID = /^([0-9]{5,20})(?:_[0-9]{1,3})?(?::[0-9]{1,5})?@([a-z.]+)$/
/** Digits that a number of a telephone has at most (E.164). */
const NUMBER_MAX = 15

/** Digits of the number in a jid such as `573001234567:12@s.whatsapp.net`. A LID or a group is no number. */
export function numberOf(jid: string | undefined): string | null {
  const digits = userOn(NUMBER_SERVERS, jid)
  return digits !== null && digits.length <= NUMBER_MAX ? digits : null
}

/** Digits of the LID in a jid such as `123456789012345:12@lid`. */
export function lidOf(jid: string | undefined): string | null {
  return userOn(LID_SERVERS, jid)
}

/** Whether a jid names a device of an account that can be logged in with: by its number, or by its LID. */
export function isOwnJid(jid: string | undefined): boolean {
  return numberOf(jid) !== null || lidOf(jid) !== null
}

function userOn(servers: ReadonlySet<string>, jid: string | undefined): string | null {
  const [, user, server] = JID.exec(jid ?? '') ?? []
  return user !== undefined && server !== undefined && servers.has(server) ? user : null
}

/** Where WhatsApp's two names for people are kept beside each other: reads only. */
export type Mappings = Pick<AuthStore, 'read'>

/** The LID that was told with a number, or null. Digits in and out. */
export function lidOfNumber(store: Mappings, number: string): string | null {
  return mapped(store, number)
}

/** The number that was told with a LID, or null. Digits in and out. */
function numberOfLid(store: Mappings, lid: string): string | null {
  return mapped(store, `${lid}_reverse`)
}

function mapped(store: Mappings, id: string): string | null {
  const bytes = store.read('lid-mapping', id)
  if (bytes === null) return null
  const value = decode(bytes)
  return typeof value === 'string' && DIGITS.test(value) ? value : null
}

/** The linked account under both its names, as far as the credentials and the stored mappings know them. */
export function ownAccount({ me }: AuthenticationCreds, store: Mappings): Account {
  const named = numberOf(me?.id)
  const lid = lidOf(me?.lid) ?? lidOf(me?.id) ?? (named === null ? null : lidOfNumber(store, named))
  return { number: named ?? (lid === null ? null : numberOfLid(store, lid)), lid }
}
