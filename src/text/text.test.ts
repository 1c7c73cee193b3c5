import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../contract/preferences.ts'
import { chooseLanguage, textIn } from './text.ts'

/** Every sentence of a dictionary by its path; functions are called with digits, which do as counts and as words. */
function sentences(value: unknown, path: string): [string, unknown][] {
  if (typeof value === 'function') return [[path, value('3', '6', '14 s')]]
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
}

describe('the dictionaries', () => {
  for (const language of LANGUAGES) {
    it(`${language} has a sentence everywhere, and no half-open bold`, () => {
      for (const [path, sentence] of sentences(textIn(language), language)) {
        expect(typeof sentence, path).toBe('string')
        expect(String(sentence).trim(), path).not.toBe('')
        expect(String(sentence).split('**').length % 2, path).toBe(1)
      }
    })
  }

  it('have the same paths', () => {
    const paths = LANGUAGES.map((language) => sentences(textIn(language), '').map(([path]) => path))
    expect(paths[1]).toEqual(paths[0])
    expect(paths[2]).toEqual(paths[0])
  })

  it('never pair: phones are linked', () => {
    for (const language of LANGUAGES) {
      for (const [path, sentence] of sentences(textIn(language), language)) {
        expect(String(sentence), path).not.toMatch(/empareja|pareament|\bpair/i)
      }
    }
  })

  it('never show what the simulated phone says in English', () => {
    for (const language of LANGUAGES) {
      const { simulator } = textIn(language).errors
      const words = ['no-qr', 'ended', 'no client waits'].map((reason) => simulator({ reason }))
      expect(new Set(words).size).toBe(3)
      expect(words.join(' ')).not.toMatch(/no-qr|ended|client/)
    }
  })

  it('count in the plural of the language', () => {
    expect(textIn('es').organizations.summary.attention(1)).toBe('1 necesita atención')
    expect(textIn('es').organizations.summary.attention(2)).toBe('2 necesitan atención')
    expect(textIn('pt').organizations.summary.attention(2)).toBe('2 precisam de atenção')
    expect(textIn('en').clear.undoWithin(1)).toBe('Undo (1 day)')
  })
})

describe('chooseLanguage', () => {
  it('takes the first language it speaks', () => {
    expect(chooseLanguage(['fr-FR', 'pt-BR', 'es-CO'])).toBe('pt')
    expect(chooseLanguage(['en_US'])).toBe('en')
  })

  it('falls back to English', () => {
    expect(chooseLanguage(['de'])).toBe('en')
    expect(chooseLanguage([])).toBe('en')
    expect(chooseLanguage(['constructor'])).toBe('en')
  })
})
