import { describe, expect, it } from 'vitest'
import type { PasskeyStep, PasskeyView, PasskeyWay } from '../../../contract/passkey.ts'
import { LANGUAGES } from '../../../contract/preferences.ts'
import { textIn } from '../../../text/text.ts'
import { passkeySpoken, passkeyWords } from './passkey-words.ts'

const STEPS: readonly PasskeyStep[] = ['offered', 'signing', 'waiting', 'comparing', 'finishing']
const WAYS: readonly PasskeyWay[] = ['window', 'browser', 'practice']
const CODE = '8BMW-NBF7'
const text = textIn('es')

function view(step: PasskeyStep, facts: Partial<PasskeyView> = {}): PasskeyView {
  return { step, since: 0, until: 0, way: 'window', otherWay: 'browser', code: null, trouble: null, ...facts }
}

describe('the words of a passkey', () => {
  it.each(LANGUAGES)('are of each step and each way, in %s', (language) => {
    const said = STEPS.map((step) => passkeyWords(view(step), textIn(language)))
    expect(new Set(said.map(({ title }) => title)).size).toBe(STEPS.length)
    for (const step of ['offered', 'signing'] as const) {
      const notes = WAYS.map((way) => passkeyWords(view(step, { way }), textIn(language)).note)
      expect(new Set(notes).size).toBe(WAYS.length)
    }
  })

  it('say what to have at hand, and what the camera is for', () => {
    expect(passkeyWords(view('offered'), text).lines.join(' ')).toMatch(/passkey.*Bluetooth/)
    expect(passkeyWords(view('signing'), text)).toMatchObject({ title: 'Confirme en la ventana' })
    expect(passkeyWords(view('signing', { way: 'browser' }), text).lines[0]).toMatch(/cámara/)
  })

  it('ask about the code as it is written, and explain it only where there is one', () => {
    expect(passkeyWords(view('comparing', { code: CODE }), text).lines[0]).toBe(
      '¿El teléfono muestra exactamente **8BMW-NBF7**?',
    )
    expect(passkeyWords(view('finishing', { code: CODE }), text).note).toMatch(/mismo código/)
    expect(passkeyWords(view('finishing'), text).note).toBeNull()
  })

  it('read the code out by its characters where it is to be compared', () => {
    expect(passkeySpoken(view('comparing', { code: CODE }), text)).toBe(
      'Compare el código. Código: 8 B M W N B F 7',
    )
    expect(passkeySpoken(view('finishing', { code: CODE }), text)).toBe('Terminando de vincular')
  })
})
