import type { BinaryNode } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { Unusable } from './frames.ts'
import { ATTRIBUTE_MAX, checkStanza, REF_MAX, REFS_MAX } from './stanza-rules.ts'

const JID = '573007915262:3@s.whatsapp.net'
const LID = '123456789012345:3@lid'

function node(tag: string, attrs: Record<string, string> = {}, content?: BinaryNode['content']): BinaryNode {
  return content === undefined ? { tag, attrs } : { tag, attrs, content }
}

function grant(...refs: readonly (Uint8Array | string)[]): BinaryNode {
  return node('iq', {}, [
    node(
      'pair-device',
      {},
      refs.map((ref) => node('ref', {}, ref)),
    ),
  ])
}

function paired(attrs: Record<string, string>): BinaryNode {
  return node('iq', {}, [node('pair-success', {}, [node('device', attrs)])])
}

const ref = Buffer.from(`2@${'a'.repeat(126)}`)

describe('a stanza', () => {
  it.each([
    ['codes to scan', grant(ref, ref)],
    ['a link under a number', paired({ jid: JID, lid: LID })],
    ['a link under a LID alone', paired({ jid: LID })],
    ['a login', node('success', { lid: LID })],
    ['a login that names no LID', node('success')],
    [
      'a group with many members',
      node('iq', {}, [node('group', {}, Array(100_000).fill(node('participant')))]),
    ],
  ])('%s is taken', (_what, stanza) => {
    expect(() => checkStanza(stanza)).not.toThrow()
  })

  it.each([
    ['an attribute that is too long', node('a', { b: 'x'.repeat(ATTRIBUTE_MAX + 1) })],
    ['more codes than anybody scans', grant(...Array<Uint8Array>(REFS_MAX + 1).fill(ref))],
    ['a code too long to draw', grant(Buffer.alloc(REF_MAX + 1, 'a'))],
    ['a code of control characters', grant(Buffer.from('2@\n'))],
    ['a code of other signs', grant(Buffer.from('2@\u202e'))],
    ['a code of nothing', grant(Buffer.alloc(0))],
    ['a code that is no bytes', grant('2@abc')],
    ['a link of nobody', paired({})],
    ['a link of a path', paired({ jid: '../g1:3@s.whatsapp.net' })],
    ['a link with a LID that is none', paired({ jid: JID, lid: JID.replace('5', 'x') })],
    ['a login with a LID that is none', node('success', { lid: '../x@lid' })],
  ])('%s is refused', (_what, stanza) => {
    expect(() => checkStanza(stanza)).toThrow(Unusable)
  })
})
