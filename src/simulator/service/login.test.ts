import { Curve } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import {
  linkedClient,
  startClient,
  terminate,
  until,
  webSocket,
  type Client,
} from '../test-support/client.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import { memoryAuth } from '../test-support/memory-auth.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator()
const linked = (): Promise<Client> =>
  linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))

describe('a login', () => {
  it('is refused with 401 when the Noise key is another', async () => {
    const { auth } = await linked()
    const damaged = memoryAuth({ ...auth.creds, noiseKey: Curve.generateKeyPair() })
    expect(await startClient(simulator().url, damaged).closed()).toBe(401)
  })

  it('is refused with 401 when the account or the device is unknown', async () => {
    const { auth } = await linked()
    for (const id of [
      '573009999999:1@s.whatsapp.net',
      `${NUMBER}:9@s.whatsapp.net`,
      `${NUMBER}@s.whatsapp.net`,
    ]) {
      const stranger = memoryAuth({ ...auth.creds, me: { id, name: '?' } })
      expect(await startClient(simulator().url, stranger).closed()).toBe(401)
    }
  })

  it('replaces an older one of the same device, and both are counted', async () => {
    const first = await linked()
    const second = startClient(simulator().url, first.auth.copy())
    expect(await first.closed()).toBe(440)
    await second.open()
    const { jid } = simulator().device(NUMBER)
    expect(simulator().connections.peak(jid)).toBe(2)
    await until(() => simulator().connections.open(jid) === 1, 'the replaced connection to leave')
  })

  it.each([402, 403, 405, 406, 409, 411, 500, 503])('can be refused with %i, once', async (reason) => {
    const { auth } = await linked()
    simulator().device(NUMBER).refuseLogins(reason, 1)
    expect(await startClient(simulator().url, auth).closed()).toBe(reason)
    await startClient(simulator().url, auth).open()
  })

  it('is refused with 405 below the minimum version, and so is a registration', async () => {
    const { auth } = await linked()
    simulator().settings.minimumVersion = [2, 3000, 1_043_857_761]
    expect(await startClient(simulator().url, auth).closed()).toBe(405)
    expect(await startClient(simulator().url).closed()).toBe(405)
    await startClient(simulator().url, auth, { version: [2, 3000, 1_043_857_761] }).open()
  })

  it('may begin with a routing prefix', async () => {
    const { auth } = await linked()
    const routed = memoryAuth({ ...auth.creds, routingInfo: Buffer.from('abc') })
    await expect(startClient(simulator().url, routed).open()).resolves.toBeUndefined()
  })

  it('tells the server’s time, skew included', async () => {
    const { auth } = await linked()
    const skew = 3_600_000
    simulator().settings.clockSkewMs = skew
    const client = startClient(simulator().url, auth)
    const success = await client.stanza(({ tag }) => tag === 'success')
    expect(Math.abs(Number(success.attrs['t']) * 1000 - Date.now() - skew)).toBeLessThan(5_000)
  })
})

describe('an online device', () => {
  it.each([401, 403, 500, 503, 515])('can be ended with stream error %i', async (code) => {
    const client = await linked()
    simulator().device(NUMBER).streamError(code)
    expect(await client.closed()).toBe(code)
  })

  it.each([
    ['conflict', 440],
    ['unknownStreamError', 500],
    ['endStream', 428],
    ['downgrade', 411],
    ['dropTcp', 428],
  ] as const)('can be ended by %s, which Baileys calls %i', async (how, code) => {
    const client = await linked()
    simulator().device(NUMBER)[how]()
    expect(await client.closed()).toBe(code)
  })

  it('can be ended with a failure', async () => {
    const client = await linked()
    simulator().device(NUMBER).failure(403)
    expect(await client.closed()).toBe(403)
  })

  it('is told when the phone unlinks it, and is refused from then on', async () => {
    const client = await linked()
    simulator().phone(NUMBER).unlink(1)
    expect(await client.closed()).toBe(401)
    expect(await startClient(simulator().url, client.auth).closed()).toBe(401)
    expect(() => simulator().device(NUMBER)).toThrow('no linked device')
  })

  it('gets no answer on a half-open link, not even from WebSocket itself', async () => {
    const number = '573001112233'
    const silent = await linked()
    const lively = await linkedClient(simulator().url, (qr) => simulator().phone(number).scan(qr))
    simulator().device(NUMBER).halfOpen()
    const pongs = { silent: 0, lively: 0 }
    silent.sock.ws.on('pong', () => (pongs.silent += 1))
    lively.sock.ws.on('pong', () => (pongs.lively += 1))
    for (let time = 1; time <= 5; time += 1) {
      webSocket(silent.sock)?.ping()
      webSocket(lively.sock)?.ping()
      await until(() => pongs.lively === time, 'a pong on the healthy link')
    }
    expect(pongs.silent).toBe(0)
  })

  it('hears nothing on a half-open link until it gives up itself', async () => {
    const client = await linked()
    simulator().device(NUMBER).halfOpen()
    const ping = { tag: 'iq', attrs: { to: '@s.whatsapp.net', type: 'get', xmlns: 'w:p' } }
    await expect(client.sock.query({ ...ping, content: [{ tag: 'ping', attrs: {} }] }, 150)).rejects.toThrow(
      'Timed Out',
    )
    expect(simulator().device(NUMBER).online).toBe(true)
    terminate(client.sock)
    expect(await client.closed()).toBe(428)
    await until(() => !simulator().device(NUMBER).online, 'the server to notice')
  })
})
