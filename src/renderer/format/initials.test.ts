import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Óptica Océano', 'OO'],
    ['CompuEasys', 'CE'],
    ['Panadería La Espiga', 'PE'],
    ['Ferretería El Tornillo', 'FT'],
    ['Hermanos & Hijos', 'HH'],
    ['Ñandú', 'NA'],
    ['24/7 Lavandería', '27'],
    ['La', 'LA'],
    ['x', 'X'],
    ['☕', '☕'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
