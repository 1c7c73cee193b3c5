import { describe, expect, it } from 'vitest'
import { startSimulator } from './server.ts'
import { linkedClient, startClient, terminate, until } from './test-support/client.ts'
import { freshSimulator } from './test-support/fresh-simulator.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator()

describe('a link', () => {
  it('takes an unmodified Baileys client from the first QR to open', async () => {
    const phone = simulator().phone(NUMBER, { name: 'Cafetería Luna' })
    const first = startClient(simulator().url)
    await phone.scan(await first.qr())
    expect(await first.closed()).toBe(515)
    const second = startClient(simulator().url, first.auth)
    await second.open()
    expect(second.sock.user).toMatchObject({
      id: `${NUMBER}:1@s.whatsapp.net`,
      lid: phone.lid.replace('@', ':1@'),
    })
    expect(phone.linkedDevices()).toMatchObject([{ id: 1, platform: 'Chrome (Mac OS)', online: true }])
    // What a phone sends after linking: its name, and history that ends Baileys' 20 s of buffering.
    await until(() => second.auth.creds.me?.name === 'Cafetería Luna', 'the name of the account')
    await until(() => second.auth.creds.accountSyncCounter === 1, 'the first sync')
    expect(simulator().errors).toEqual([])
  })

  it('is kept: the same credentials log in again without a QR', async () => {
    const client = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    client.close()
    await until(() => !simulator().device(NUMBER).online, 'the device to leave')
    const again = startClient(simulator().url, client.auth)
    await again.open()
    expect(again.updates.some(({ qr }) => qr)).toBe(false)
  })

  it('names a business', async () => {
    const phone = simulator().phone(NUMBER, { platform: 'smba', business: 'Panadería Sol' })
    const client = await linkedClient(simulator().url, (qr) => phone.scan(qr))
    expect(client.auth.creds.platform).toBe('smba')
    expect(client.sock.user?.name).toBe('Panadería Sol')
  })

  it('ends with logout: the place is free and the credentials are refused', async () => {
    const phone = simulator().phone(NUMBER)
    const client = await linkedClient(simulator().url, (qr) => phone.scan(qr))
    await client.sock.logout()
    expect(await client.closed()).toBe(401)
    await until(() => phone.linkedDevices().length === 0, 'the place to be free')
    expect(await startClient(simulator().url, client.auth).closed()).toBe(401)
  })
})

describe('a stopped or paused server', () => {
  it('is unreachable and comes back on the same address', async () => {
    const client = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    await simulator().pause()
    expect(await client.closed()).toBe(428)
    expect(await startClient(simulator().url, client.auth).closed()).toBe(408)
    await simulator().resume()
    await startClient(simulator().url, client.auth).open()
  })

  it('may be paused and resumed as often and as fast as one likes', async () => {
    const { auth } = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    const pause = (): Promise<void> => simulator().pause()
    const resume = (): Promise<void> => simulator().resume()
    await Promise.all([resume(), pause(), pause(), resume(), resume()])
    await expect(startClient(simulator().url, auth).open()).resolves.toBeUndefined()
  })

  it('can cut or silence every connection, linked or not, and stays reachable', async () => {
    const online = await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    const waiting = startClient(simulator().url)
    await waiting.qr()
    simulator().dropAll()
    expect(await Promise.all([online.closed(), waiting.closed()])).toEqual([428, 428])
    const again = startClient(simulator().url)
    const qr = await again.qr()
    simulator().halfOpenAll()
    const scanned = simulator().phone(NUMBER).scan(qr)
    terminate(again.sock)
    await expect(scanned).rejects.toThrow('closed the connection')
  })

  it('keeps its port to itself', async () => {
    const port = Number(new URL(simulator().url).port)
    await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE')
  })

  it('tells who listens that something changed, until it is told to stop', async () => {
    let changes = 0
    const stop = simulator().onChange(() => (changes += 1))
    await linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr))
    expect(changes).toBeGreaterThan(0)
    stop()
    const before = changes
    simulator().device(NUMBER).unlink()
    expect(changes).toBe(before)
  })
})

describe('many clients', () => {
  it('can be online at once, each with one connection', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `57300791${5000 + index}`)
    const clients = []
    // One after the other: Baileys gives up a connection that has to wait for the processor.
    for (const number of numbers) {
      clients.push(await linkedClient(simulator().url, (qr) => simulator().phone(number).scan(qr)))
    }
    const { connections } = simulator()
    expect(connections.live().filter(({ state }) => state === 'online')).toHaveLength(clients.length)
    expect(Math.max(...connections.peaks().values())).toBe(1)
  })
})
