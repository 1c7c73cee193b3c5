import { describe, expect, it } from 'vitest'
import type { SessionState } from '../contract/session-view.ts'
import { inState, organizationView } from '../renderer/test-support/organization-view.ts'
import { textIn } from './text.ts'
import { summary } from './summary.ts'

const online = (id: string) => organizationView(id, {}, '573007915262')
const RESTRICTED: SessionState = {
  status: 'attention',
  cause: { code: 'restricted', detail: 403 },
  about: null,
}
const FULL: SessionState = { status: 'unavailable', cause: { code: 'disk-full', detail: null }, about: null }

describe('summary', () => {
  const text = textIn('es')

  it('counts who is connected and who needs a person', () => {
    const one = [online('a'), online('b'), organizationView('c'), inState('d', RESTRICTED)]
    expect(summary(one, text)).toEqual({ connected: '2 conectadas', attention: '1 necesita atención' })
    const two = [online('a'), inState('b', RESTRICTED), inState('c', FULL)]
    expect(summary(two, text)).toEqual({ connected: '1 conectada', attention: '2 necesitan atención' })
    const none = [inState('a', RESTRICTED)]
    expect(summary(none, text)).toEqual({ connected: '0 conectadas', attention: '1 necesita atención' })
  })

  it('is short when nothing is wrong, and honest when nothing is connected', () => {
    expect(summary([online('a')], text)).toEqual({ connected: '1 conectada', attention: null })
    expect(summary([organizationView('a')], text)).toEqual({
      connected: 'Ninguna conectada',
      attention: null,
    })
  })
})
