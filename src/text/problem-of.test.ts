import { describe, expect, it } from 'vitest'
import { PASSKEY_TROUBLES } from '../contract/passkey.ts'
import { LANGUAGES } from '../contract/preferences.ts'
import { problemOf } from './problem-of.ts'
import { textIn } from './text.ts'

describe.each(LANGUAGES)('what a cause says in %s', (language) => {
  const text = textIn(language)
  const general = text.causes['passkey-required']
  const ends = PASSKEY_TROUBLES.map((passkey) =>
    problemOf({ code: 'passkey-required', detail: null, passkey }, text),
  )

  it('is the same headline whatever kept the passkey from confirming, and advice of its own', () => {
    expect(ends.map(({ title }) => title)).toEqual(ends.map(() => general.title))
    expect(new Set(ends.map(({ why }) => why)).size).toBe(PASSKEY_TROUBLES.length)
    expect(new Set(ends.map(({ next }) => next)).size).toBe(PASSKEY_TROUBLES.length)
  })

  it('never sends a shop to clear the session, nor to delete its key', () => {
    const advised = [general, ...ends].map(({ why, next }) => `${why} ${next}`).join(' ')
    expect(advised).not.toContain(text.commands.clear)
    expect(advised).not.toMatch(/borr|elimin|delete|apag/i)
  })

  it('names what to install, and counts the places on the phone', () => {
    const next = (passkey: (typeof PASSKEY_TROUBLES)[number]) =>
      problemOf({ code: 'passkey-required', detail: null, passkey }, text).next
    expect(next('no-way')).toMatch(/Chrome.*Edge.*Chromium/)
    expect(next('phone-silent')).toMatch(/cuatro|four|quatro/)
    expect(next('codes-differ')).toMatch(/soporte|support|suporte/)
  })

  it('is the cause’s own words for any other, and where a record from before does not say more', () => {
    expect(problemOf({ code: 'passkey-required', detail: null }, text)).toBe(general)
    expect(problemOf({ code: 'network', detail: 408 }, text)).toBe(text.causes.network)
  })
})
