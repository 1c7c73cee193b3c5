import { describe, expect, it } from 'vitest'
import { isHasty, serverAddress, startupOptions } from './startup-options.ts'

const LOCAL = 'ws://127.0.0.1:9000/ws/chat'
const options = (args: readonly string[], url: string | undefined, packaged = false) =>
  startupOptions(args, { ENLACE_WHATSAPP_URL: url }, packaged)

it('haste is for practice mode, and for a test that says so: never with WhatsApp', () => {
  const asked = { ENLACE_HASTY: '1' }
  expect(isHasty(options(['--practice'], undefined), {})).toBe(true)
  expect(isHasty(options([], LOCAL), asked)).toBe(true)
  expect(isHasty(options([], LOCAL), {})).toBe(false)
  expect(isHasty(options([], undefined), asked)).toBe(false)
  expect(isHasty(options([], LOCAL, true), asked)).toBe(false)
})

describe('the server that is talked to', () => {
  it('is WhatsApp, unless a development build is told another one on this computer', () => {
    expect(serverAddress(options([], undefined), null)).toBe('wss://web.whatsapp.com/ws/chat')
    expect(serverAddress(options([], LOCAL), null)).toBe(LOCAL)
    expect(serverAddress(options([], LOCAL, true), null)).toBe('wss://web.whatsapp.com/ws/chat')
    expect(options([], 'wss://evil.example/ws').problem).toEqual({
      code: 'whatsapp-url-refused',
      url: 'wss://evil.example/ws',
    })
  })

  it('is nothing but its own simulator in practice mode, whatever the environment says', () => {
    for (const packaged of [false, true]) {
      for (const url of [undefined, LOCAL, 'wss://evil.example/ws']) {
        const practice = options(['--practice'], url, packaged)
        expect(practice).toEqual({
          practice: true,
          hidden: false,
          whatsappUrl: null,
          passkeyWays: null,
          problem: null,
        })
        expect(serverAddress(practice, 'ws://127.0.0.1:5000/ws/chat')).toBe('ws://127.0.0.1:5000/ws/chat')
        expect(new URL(serverAddress(practice, null)).hostname).toBe('127.0.0.1')
      }
    }
  })
})

describe('how passkeys are used', () => {
  const asked = (list: string, packaged = false) =>
    startupOptions([], { ENLACE_PASSKEY_WAY: list, ENLACE_WHATSAPP_URL: LOCAL }, packaged)

  it('is said by a development build alone', () => {
    expect(asked('window').passkeyWays).toEqual(['window'])
    expect(asked('browser,window').passkeyWays).toEqual(['browser', 'window'])
    expect(asked('browser,browser').passkeyWays).toEqual(['browser'])
    expect(asked('browser')).toMatchObject({ whatsappUrl: LOCAL, problem: null })
    expect(asked('').passkeyWays).toBe(null)
    expect(asked('browser', true).passkeyWays).toBe(null)
    expect(startupOptions(['--practice'], { ENLACE_PASSKEY_WAY: 'browser' }, false).passkeyWays).toBe(null)
  })

  it.each(['Window', 'browser,', 'practice', 'window;browser'])('is not %s', (list) => {
    expect(asked(list)).toMatchObject({
      passkeyWays: null,
      problem: { code: 'passkey-way-refused', way: list },
    })
    expect(asked(list, true).problem).toBe(null)
  })
})
