import { describe, expect, it } from 'vitest'
import { organizationView } from '../../test-support/organization-view.ts'
import { searched } from './search.ts'

const OPTICA = organizationView('1', { name: 'Óptica Océano', lastNumber: '573007915262' })
const BAKERY = organizationView('2', { name: 'Panadería La Espiga', sessionName: 'org_panaderia7' })
const SHOP = organizationView('shop-0042', { name: 'متجر النظارات 👓' })
const ALL = [OPTICA, BAKERY, SHOP]

describe('searched', () => {
  it('finds a name without its accents and case, by any of its words', () => {
    expect(searched(ALL, 'optica')).toEqual([OPTICA])
    expect(searched(ALL, 'OCEANO ópt')).toEqual([OPTICA])
    expect(searched(ALL, 'espiga panaderia')).toEqual([BAKERY])
    expect(searched(ALL, 'النظارات')).toEqual([SHOP])
    expect(searched(ALL, '👓')).toEqual([SHOP])
  })

  it('finds a session name, an id and the digits of a number as people group them', () => {
    expect(searched(ALL, 'ORG_panad')).toEqual([BAKERY])
    expect(searched(ALL, 'shop-0042')).toEqual([SHOP])
    expect(searched(ALL, '+57 300 791')).toEqual([OPTICA])
    expect(searched(ALL, '52-62')).toEqual([OPTICA])
  })

  it('finds the number that is linked now, not the one from before', () => {
    const changed = organizationView('4', { lastNumber: '573126809496' }, '573009998877')
    expect(searched([changed], '99988')).toEqual([changed])
    expect(searched([changed], '680 94')).toEqual([])
  })

  it('leaves the order alone, takes nothing for everything, and says when nothing fits', () => {
    expect(searched(ALL, '  ')).toEqual(ALL)
    expect(searched(ALL, 'a')).toEqual([OPTICA, BAKERY])
    expect(searched(ALL, 'zapatería')).toEqual([])
  })
})
