import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { linkedClient, startClient, until } from '../test-support/client.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import type { Ending, Fault } from './faults.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator()

describe('a fault of the server', () => {
  it.each([403, 503])('refuses the upgrade with %i, and the attempt is counted', async (status) => {
    simulator().setFault({ kind: 'refuse-upgrade', status })
    const client = startClient(simulator().url)
    const seen = await new Promise<number | undefined>((resolve) => {
      client.sock.ws.on('unexpected-response', (_request: unknown, response: IncomingMessage) =>
        resolve(response.statusCode),
      )
    })
    expect(seen).toBe(status)
    expect(simulator().connections.attempts()).toMatchObject([{ status }])
    expect(simulator().connections.live()).toEqual([])
  })

  it('hangs up on the upgrade, and the attempt is counted', async () => {
    simulator().setFault({ kind: 'hang-up' })
    expect(await startClient(simulator().url).closed()).toBe(408)
    expect(simulator().connections.attempts()).toMatchObject([{ status: 0 }])
  })

  it('answers garbage: the client closes without a code', async () => {
    simulator().setFault({ kind: 'garbage' })
    expect(await startClient(simulator().url).closed()).toBeUndefined()
  })

  it('stays silent: the client times out by itself', async () => {
    simulator().setFault({ kind: 'silent' })
    expect(await startClient(simulator().url, undefined, { connectTimeoutMs: 150 }).closed()).toBe(408)
  })

  it('never answers a registration or a login', async () => {
    const { auth } = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    simulator().setFault({ kind: 'login-unanswered' })
    const clients = [startClient(simulator().url), startClient(simulator().url, auth.copy())]
    const noiseKeys = clients.map((client) =>
      Buffer.from(client.auth.creds.noiseKey.public).toString('base64'),
    )
    await until(() => noiseKeys.every((key) => simulator().connections.open(key) > 0), 'the handshakes')
    const ping = { tag: 'iq', attrs: { to: '@s.whatsapp.net', type: 'get', xmlns: 'w:p' } }
    for (const client of clients) {
      await expect(client.sock.query({ ...ping }, 100)).rejects.toThrow('Timed Out')
      expect(client.heard).toEqual([])
    }
  })

  it('refuses logins, and logins only', async () => {
    const { auth } = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    simulator().setFault({ kind: 'login-failure', reason: 401 })
    expect(await startClient(simulator().url, auth).closed()).toBe(401)
    expect(await startClient(simulator().url).qr()).toContain('2@')
  })

  it('refuses registrations, and registrations only', async () => {
    const { auth } = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    simulator().setFault({ kind: 'registration-failure', reason: 503 })
    expect(await startClient(simulator().url).closed()).toBe(503)
    await expect(startClient(simulator().url, auth).open()).resolves.toBeUndefined()
  })

  it('ends by itself after the given times, as the 401 right after a pairing', async () => {
    const fault: Fault = { kind: 'login-failure', reason: 401, times: 1 }
    const first = startClient(simulator().url)
    simulator().setFault(fault)
    await simulator()
      .phone(NUMBER)
      .scan(await first.qr())
    expect(await first.closed()).toBe(515)
    expect(await startClient(simulator().url, first.auth).closed()).toBe(401)
    await startClient(simulator().url, first.auth).open()
  })

  it('ends when it is cleared', async () => {
    simulator().setFault({ kind: 'refuse-upgrade', status: 503 })
    simulator().setFault(null)
    expect(await startClient(simulator().url).qr()).toContain('2@')
  })

  it.each<[Ending, number]>([
    ['drop', 428],
    [{ code: 503 }, 503],
    [{ child: 'ack' }, 500],
  ])('accepts a login and ends it a little later: %o', async (by, code) => {
    const { auth } = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    simulator().setFault({ kind: 'short-login', afterMs: 50, by })
    const client = startClient(simulator().url, auth)
    expect(await client.closed()).toBe(code)
  })
})
