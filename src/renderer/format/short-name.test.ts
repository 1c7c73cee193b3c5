import { describe, expect, it } from 'vitest'
import { shortName } from './short-name.ts'

describe('shortName', () => {
  it('leaves alone what a person could have typed', () => {
    expect(shortName('Óptica Visión')).toBe('Óptica Visión')
    expect(shortName('ñ'.repeat(80))).toBe('ñ'.repeat(80))
  })

  it('cuts a longer one, never within a character', () => {
    expect(shortName('👓'.repeat(200))).toBe(`${'👓'.repeat(79)}…`)
  })
})
