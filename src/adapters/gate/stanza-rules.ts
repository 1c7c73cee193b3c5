import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildren } from '@whiskeysockets/baileys'
import { isOwnJid } from '../credentials/own-account.ts'
import { DEPTH_MAX, ELEMENTS_MAX } from './encoded-stanza.ts'
import { Unusable } from './frames.ts'

/** Characters of an attribute; the longest of WhatsApp's, addresses of pictures, have some hundreds. */
export const ATTRIBUTE_MAX = 8 * 1024
/** Codes to scan in one grant; WhatsApp gives six. */
export const REFS_MAX = 100
/** Bytes of a code's reference: what can be drawn holds under 3,000, keys included. */
export const REF_MAX = 1024
/** A reference is written into a text that is drawn: letters, digits and signs. */
const REF = /^[\x21-\x7e]+$/

/**
 * Looks at a stanza before anybody else hears of it.
 *
 * @throws {Unusable} where it holds what Enlace can do nothing with
 */
export function checkStanza(stanza: BinaryNode): void {
  checkSize(stanza)
  if (stanza.tag === 'success') checkLogin(stanza)
  if (stanza.tag === 'iq') {
    checkRefs(getBinaryNodeChild(stanza, 'pair-device'))
    checkIdentity(getBinaryNodeChild(stanza, 'pair-success'))
  }
}

function checkSize(stanza: BinaryNode): void {
  let elements = 0
  let level: readonly BinaryNode[] = [stanza]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) throw new Unusable(`elements ${DEPTH_MAX} deep`)
    elements += level.length
    if (elements > ELEMENTS_MAX) throw new Unusable(`more than ${ELEMENTS_MAX} elements`)
    for (const { attrs } of level) {
      for (const value of Object.values(attrs)) {
        if (value.length > ATTRIBUTE_MAX) throw new Unusable(`an attribute of ${value.length} characters`)
      }
    }
    level = level.flatMap(({ content }) => (Array.isArray(content) ? content : []))
  }
}

/** The codes to scan. */
function checkRefs(grant: BinaryNode | undefined): void {
  const refs = getBinaryNodeChildren(grant, 'ref')
  if (refs.length > REFS_MAX) throw new Unusable(`${refs.length} codes`)
  for (const { content } of refs) {
    if (!(content instanceof Uint8Array) || content.length > REF_MAX || !REF.test(textOf(content))) {
      throw new Unusable('a code that cannot be drawn')
    }
  }
}

/** Whom a link is made with: what is no account's device cannot be logged in with, and is never stored. */
function checkIdentity(paired: BinaryNode | undefined): void {
  const device = getBinaryNodeChild(paired, 'device')
  if (!device) return
  const { jid, lid } = device.attrs
  if (!isOwnJid(jid) || (lid !== undefined && !isOwnJid(lid))) throw new Unusable('no identity', true)
}

function checkLogin({ attrs: { lid } }: BinaryNode): void {
  if (lid !== undefined && !isOwnJid(lid)) throw new Unusable('no identity')
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
