import { Curve, initAuthCreds } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { startClient, until } from '../test-support/client.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import { memoryAuth } from '../test-support/memory-auth.ts'
import { child } from '../wire/stanza.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator({ qrRefs: 3 })

describe('QR references', () => {
  it('are as many as the server decides; then Baileys gives up with 408', async () => {
    const client = startClient(simulator().url, undefined, { qrTimeout: 20 })
    expect(await client.closed()).toBe(408)
    const texts = client.updates.flatMap(({ qr }) => (qr ? [qr] : []))
    expect(new Set(texts).size).toBe(3)
  })

  it('stay valid until the connection closes, also when a later one is on screen', async () => {
    simulator().settings.qrRefs = 200
    const client = startClient(simulator().url, undefined, { qrTimeout: 100 })
    const first = await client.nthQr(1)
    await client.nthQr(2)
    await simulator().phone(NUMBER).scan(first)
    expect(await client.closed()).toBe(515)
  })

  it('expire with the connection', async () => {
    const client = startClient(simulator().url)
    const qr = await client.qr()
    client.close()
    await until(() => simulator().connections.live().length === 0, 'the connection to close')
    await expect(simulator().phone(NUMBER).scan(qr)).rejects.toThrow('has expired')
  })
})

describe('a scan', () => {
  it.each(['', 'hola', 'https://example.com/#a,b,c,d,e', '2@x,AAAA,AAAA,AAAA'])(
    'refuses %j',
    async (text) => {
      await expect(simulator().phone(NUMBER).scan(text)).rejects.toThrow('not a WhatsApp linking QR')
    },
  )

  it('refuses a QR whose keys are not those of its client, linking nothing', async () => {
    const [one, two] = [startClient(simulator().url), startClient(simulator().url)]
    const fields = (await one.qr()).split(',')
    const others = (await two.qr()).split(',')
    const mixed = [fields[0], ...others.slice(1)].join(',')
    await expect(simulator().phone(NUMBER).scan(mixed)).rejects.toThrow('does not match')
    expect(simulator().phone(NUMBER).linkedDevices()).toEqual([])
  })

  it('fails when the client holds another ADV secret than the QR', async () => {
    const client = startClient(simulator().url)
    const fields = (await client.qr()).split(',')
    fields[3] = Buffer.alloc(32, 7).toString('base64')
    await expect(simulator().phone(NUMBER).scan(fields.join(','))).rejects.toThrow('closed the connection')
    expect(await client.closed()).toBe(500)
    expect(simulator().phone(NUMBER).linkedDevices()).toEqual([])
  })

  it('fails when the client does not sign with the identity key it showed', async () => {
    const creds = initAuthCreds()
    const signedIdentityKey = { ...creds.signedIdentityKey, private: Curve.generateKeyPair().private }
    const client = startClient(simulator().url, memoryAuth({ ...creds, signedIdentityKey }))
    const phone = simulator().phone(NUMBER)
    await expect(phone.scan(await client.qr())).rejects.toThrow('did not sign')
    expect(phone.linkedDevices()).toEqual([])
  })

  it('links two clients of one phone at the same time', async () => {
    const phone = simulator().phone(NUMBER)
    const clients = [startClient(simulator().url), startClient(simulator().url)]
    await Promise.all(clients.map(async (client) => phone.scan(await client.qr())))
    for (const client of clients) expect(await client.closed()).toBe(515)
    const ids = clients.map(({ auth }) => auth.creds.me?.id)
    expect(new Set(ids)).toEqual(new Set(phone.linkedDevices().map(({ jid }) => jid)))
  })

  it('finds four places and no fifth', async () => {
    const phone = simulator().phone(NUMBER)
    for (let place = 0; place < 4; place += 1) await phone.scan(await startClient(simulator().url).qr())
    const fifth = startClient(simulator().url)
    await expect(phone.scan(await fifth.qr())).rejects.toThrow('already has 4')
    expect(phone.linkedDevices().map(({ id }) => id)).toEqual([1, 2, 3, 4])
    phone.unlink(2)
    await phone.scan(await fifth.qr())
    expect(phone.linkedDevices().map(({ id }) => id)).toEqual([1, 3, 4, 5])
  })
})

describe('obstacles to linking', () => {
  it('retire the QR on screen (companion_reg_refresh); only a fresh secret links after that', async () => {
    const phone = simulator().phone(NUMBER)
    phone.requireRefresh(true)
    const client = startClient(simulator().url)
    const qr = await client.qr()
    await expect(phone.scan(qr)).rejects.toThrow('retired')
    const notified = await client.stanza(({ tag }) => tag === 'notification')
    expect(notified.attrs).toMatchObject({ type: 'companion_reg_refresh', from: '@s.whatsapp.net' })
    expect(child(notified, 'companion_reg_refresh')).toBeDefined()
    await expect(phone.scan(qr)).rejects.toThrow('retired')
    const secret = Buffer.alloc(32, 9).toString('base64')
    client.auth.creds.advSecretKey = secret
    const fields = qr.split(',')
    fields[3] = secret
    await phone.scan(fields.join(','))
    expect(await client.closed()).toBe(515)
  })

  it('retire a QR without a scan', async () => {
    const client = startClient(simulator().url)
    const qr = await client.qr()
    simulator().retireQr(qr)
    await expect(simulator().phone(NUMBER).scan(qr)).rejects.toThrow('retired')
    expect(() => simulator().retireQr(qr.replace('2@', '3@'))).toThrow('has expired')
  })

  it('ask for a passkey, for which Baileys alone waits in vain', async () => {
    const phone = simulator().phone(NUMBER)
    phone.requirePasskey(true)
    const client = startClient(simulator().url)
    const scanned = phone.scan(await client.qr())
    scanned.catch(() => undefined)
    const asked = await client.stanza(({ tag }) => tag === 'notification')
    expect(asked.attrs['type']).toBe('passkey_prologue_request')
    client.close()
    await expect(scanned).rejects.toThrow('passkey')
    expect(phone.linkedDevices()).toEqual([])
    phone.requirePasskey(false)
    const another = startClient(simulator().url)
    await phone.scan(await another.qr())
    expect(await another.closed()).toBe(515)
  })
})
