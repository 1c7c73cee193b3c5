import { describe, expect, it } from 'vitest'
import { closeOf } from './baileys-close.ts'

const NOW = 1_800_000_000_000

/** As Baileys raises them for a `<failure>`. */
function failure(statusCode: number, data: Readonly<Record<string, string>>): Error {
  return raised('Connection Failure', statusCode, data)
}

function raised(message: string, statusCode: number, data: object): Error {
  return Object.assign(new Error(message), { output: { statusCode }, data })
}

describe('what WhatsApp says with the end', () => {
  it('is until when a ban lasts, as a length or as a date', () => {
    expect(closeOf(failure(402, { reason: '402', expire: '90' }), NOW)).toMatchObject({ until: NOW + 90_000 })
    expect(closeOf(failure(402, { expire: '1800000600' }), NOW)).toMatchObject({ until: NOW + 600_000 })
    for (const expire of ['', 'soon', '-5', '0']) {
      expect(closeOf(failure(402, { expire }), NOW)).toEqual({ how: 'code', code: 402 })
    }
  })

  it('is its own words, in one line and without what cannot be seen', () => {
    const data = { logout_message_header: 'Cuenta\n\u202Ecerrada', logout_message_subtext: ' Abra WhatsApp ' }
    expect(closeOf(failure(403, data), NOW)).toEqual({
      how: 'code',
      code: 403,
      words: 'Cuenta cerrada · Abra WhatsApp',
    })
  })

  it('is the name of what a stream error holds, unless Baileys knows it', () => {
    const ended = (tag: string) => closeOf(raised('Stream Errored', 500, { tag, attrs: {} }), NOW)
    expect(ended('ack')).toEqual({ how: 'code', code: 500, named: 'ack' })
    expect(ended('conflict')).toEqual({ how: 'code', code: 500 })
    expect(ended('stream:error')).toEqual({ how: 'code', code: 500 })
  })
})
