import { NOISE_WA_HEADER } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { frame, FrameReader } from './transport.ts'

const HEADER = Buffer.from(NOISE_WA_HEADER)
const ROUTING = Buffer.concat([Buffer.from('ED'), Buffer.from([0, 1, 0, 0, 3]), Buffer.from('abc')])

describe('frames', () => {
  it.each([
    ['with the header alone', HEADER],
    ['after a routing prefix', Buffer.concat([ROUTING, HEADER])],
  ])('are read %s, in whatever pieces they come', (_name, introduction) => {
    const payloads = [Buffer.from('uno'), Buffer.alloc(0), Buffer.alloc(70_000, 7)]
    const bytes = Buffer.concat([introduction, ...payloads.map(frame)])
    for (const size of [1, 2, 3, 5, 1_000, bytes.length]) {
      const reader = new FrameReader()
      const read: Buffer[] = []
      for (let at = 0; at < bytes.length; at += size) read.push(...reader.push(bytes.subarray(at, at + size)))
      expect(read.map(String)).toEqual(payloads.map(String))
    }
  })

  it('are refused from somebody who does not begin with WhatsApp’s header', () => {
    expect(() => new FrameReader().push(Buffer.from('GET / HTTP/1.1'))).toThrow('header')
  })
})
