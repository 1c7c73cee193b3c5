import {
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildren,
  getBinaryNodeChildString,
  jidDecode,
  jidEncode,
  S_WHATSAPP_NET,
  type BinaryNode,
} from '@whiskeysockets/baileys'

/** One element of WhatsApp's binary XML: a tag, attributes, and children, text or bytes. */
export type Stanza = BinaryNode

/** Who a stanza of the server itself comes from. Clients compare it literally, `@` included. */
export const SERVER = S_WHATSAPP_NET

/** Builds a stanza; attributes that are `undefined` are left out. */
export function stanza(
  tag: string,
  attrs: Readonly<Record<string, string | number | undefined>> = {},
  content?: readonly Stanza[] | Uint8Array | string,
): Stanza {
  const kept: Record<string, string> = {}
  for (const [key, value] of Object.entries(attrs)) {
    if (value !== undefined) kept[key] = String(value)
  }
  if (content === undefined) return { tag, attrs: kept }
  if (typeof content === 'string' || content instanceof Uint8Array) return { tag, attrs: kept, content }
  return { tag, attrs: kept, content: [...content] }
}

/** The first child with this tag. */
export function child(parent: Stanza | undefined, tag: string): Stanza | undefined {
  return getBinaryNodeChild(parent, tag)
}

/** All children with this tag. */
export function childrenOf(parent: Stanza | undefined, tag: string): readonly Stanza[] {
  return getBinaryNodeChildren(parent, tag)
}

/** The tag of the first child, which is what names the question inside an `<iq>`. */
export function firstChildTag(parent: Stanza): string | undefined {
  return Array.isArray(parent.content) ? parent.content[0]?.tag : undefined
}

/** The bytes inside the child with this tag. Throws when there are none. */
export function childBytes(parent: Stanza | undefined, tag: string): Buffer {
  const bytes = getBinaryNodeChildBuffer(parent, tag)
  if (!bytes) throw new Error(`<${parent?.tag ?? 'nothing'}> has no <${tag}> with bytes`)
  return Buffer.from(bytes)
}

/** The text inside the child with this tag. */
export function childText(parent: Stanza | undefined, tag: string): string | undefined {
  return getBinaryNodeChildString(parent, tag)
}

/** A big-endian unsigned number of `length` bytes, as WhatsApp writes key ids. */
export function numberToBytes(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntBE(value, 0, length)
  return bytes
}

/** The inverse of {@link numberToBytes}; `bytes` is at most 6 long. */
export function bytesToNumber(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUIntBE(0, bytes.length)
}

/** A WhatsApp address taken apart: whose (`user`), by number or by LID, and which of its devices (0 = the phone). */
export interface Address {
  readonly user: string
  readonly server: 's.whatsapp.net' | 'lid'
  readonly device: number
}

/** Reads a personal JID; `undefined` for groups, broadcasts, the server and anything malformed. */
export function parseJid(jid: string | undefined): Address | undefined {
  const decoded = jidDecode(jid)
  if (!decoded?.user) return undefined
  if (decoded.server !== 's.whatsapp.net' && decoded.server !== 'lid') return undefined
  return { user: decoded.user, server: decoded.server, device: decoded.device ?? 0 }
}

/** The JID of a phone number, of one of its linked devices when `device` is given. */
export function numberJid(number: string, device = 0): string {
  return jidEncode(number, 's.whatsapp.net', device)
}

/** The JID of a LID, WhatsApp's number-free name of an account. */
export function lidJid(lid: string, device = 0): string {
  return jidEncode(lid, 'lid', device)
}
