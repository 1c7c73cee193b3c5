import { describe, expect, it } from 'vitest'
import type { Alert, Need } from '../../engine/activity/alerts.ts'
import { textIn } from '../../text/text.ts'
import { alertWords } from './alert-words.ts'

const REPLACED: Need = { kind: 'cause', code: 'replaced' }
const BANNED: Need = { kind: 'cause', code: 'banned' }

function needs(...organizations: readonly (readonly [string, Need])[]): Alert {
  return {
    kind: 'needs',
    organizations: organizations.map(([name, need]) => ({ id: `id-${name}`, name, need })),
  }
}

function words(alert: Alert, language: 'es' | 'en' | 'pt' = 'es') {
  return alertWords(alert, textIn(language), language)
}

describe('a notification', () => {
  it('names the organization, what happened, and the code that support asks for', () => {
    expect(words(needs(['Óptica', REPLACED]))).toEqual([
      {
        title: 'Óptica necesita atención',
        body: 'Esta sesión se abrió en otro lugar. Código de soporte R-23.',
        organizationId: 'id-Óptica',
      },
    ])
  })

  it('of several names some, and says once what they have in common', () => {
    const five: Alert = needs(
      ['Óptica', REPLACED],
      ['Taller', REPLACED],
      ['Café', REPLACED],
      ['Sol', REPLACED],
      ['Mar', REPLACED],
    )
    expect(words(five)[0]).toEqual({
      title: '5 organizaciones necesitan atención',
      body: 'Esta sesión se abrió en otro lugar. Código de soporte R-23.\nÓptica, Taller, Café y 2 más.',
      organizationId: 'id-Óptica',
    })
    const two = needs(['Óptica', REPLACED], ['Taller', BANNED])
    expect(words(two)[0]?.body).toBe('Óptica y Taller.')
  })

  it('says how long the connection has been away', () => {
    expect(words(needs(['Óptica', { kind: 'offline', code: 'network' }]))[0]?.body).toBe(
      'Lleva más de 10 minutos sin conexión. Se cortó la conexión con WhatsApp. Código de soporte R-31.',
    )
  })

  it('says what is well again', () => {
    const back: Alert = { kind: 'back', organizations: [{ id: 'a', name: 'Óptica' }] }
    expect(words(back)[0]).toMatchObject({ title: 'Óptica volvió a conectarse', organizationId: 'a' })
    const both: Alert = { ...back, organizations: [...back.organizations, { id: 'b', name: 'Taller' }] }
    expect(words(both, 'en')[0]).toMatchObject({
      title: '2 organizations are connected again',
      body: 'Óptica and Taller.',
    })
    expect(words(both, 'pt')[0]?.body).toBe('Óptica e Taller.')
  })
})
