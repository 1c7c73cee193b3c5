import { Browsers } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { startClient, until, type Client } from '../test-support/client.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import { child } from '../wire/stanza.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator()

async function codeOf(client: Client): Promise<string> {
  await client.qr()
  const code = await client.sock.requestPairingCode(NUMBER)
  await client.stanza((heard) => child(heard, 'link_code_companion_reg') !== undefined)
  return code
}

describe('linking by code', () => {
  it('takes an unmodified Baileys client to open', async () => {
    const client = startClient(simulator().url)
    const code = await codeOf(client)
    expect(code).toMatch(/^[1-9A-HJ-NP-TV-Z]{8}$/)
    await simulator()
      .phone(NUMBER)
      .enterPairingCode(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`)
    expect(await client.closed()).toBe(515)
    const second = startClient(simulator().url, client.auth)
    await second.open()
    expect(second.sock.user?.id).toBe(`${NUMBER}:1@s.whatsapp.net`)
  })

  it('refuses another code, and still takes the right one', async () => {
    const client = startClient(simulator().url)
    const code = await codeOf(client)
    const wrong = code === 'ABCDEFGH' ? 'HGFEDCBA' : 'ABCDEFGH'
    const phone = simulator().phone(NUMBER)
    await expect(phone.enterPairingCode(wrong)).rejects.toThrow('not the one the client shows')
    expect(phone.linkedDevices()).toEqual([])
    await phone.enterPairingCode(code)
    expect(await client.closed()).toBe(515)
  })

  it.each(['', '1234', 'ABCD-EFG0', 'ABCDEFGHJ'])('refuses %j', async (text) => {
    await expect(simulator().phone(NUMBER).enterPairingCode(text)).rejects.toThrow('not a pairing code')
  })

  it('refuses a code nobody waits for: another number, or a client that is gone', async () => {
    await expect(simulator().phone(NUMBER).enterPairingCode('ABCDEFGH')).rejects.toThrow('no client waits')
    const client = startClient(simulator().url)
    const code = await codeOf(client)
    await expect(simulator().phone('573009998877').enterPairingCode(code)).rejects.toThrow('no client waits')
    client.close()
    await until(() => simulator().connections.live().length === 0, 'the connection to close')
    await expect(simulator().phone(NUMBER).enterPairingCode(code)).rejects.toThrow('no client waits')
  })

  it('leaves credentials behind that log in with 401 when it is abandoned', async () => {
    const client = startClient(simulator().url)
    await codeOf(client)
    client.close()
    expect(await startClient(simulator().url, client.auth).closed()).toBe(401)
  })

  it('is refused with 400 to a client with a name of its own', async () => {
    const client = startClient(simulator().url, undefined, { browser: ['Enlace', 'Enlace', '1.0'] })
    await client.qr()
    await client.sock.requestPairingCode(NUMBER)
    const refused = await client.stanza(({ attrs }) => attrs['type'] === 'error')
    expect(child(refused, 'error')?.attrs['code']).toBe('400')
    await expect(simulator().phone(NUMBER).enterPairingCode('ABCDEFGH')).rejects.toThrow('no client waits')
  })

  it('works with every standard browser name', async () => {
    for (const browser of [Browsers.ubuntu('Firefox'), Browsers.windows('Edge'), Browsers.macOS('Desktop')]) {
      const client = startClient(simulator().url, undefined, { browser })
      await simulator()
        .phone(NUMBER)
        .enterPairingCode(await codeOf(client))
      expect(await client.closed()).toBe(515)
    }
  })

  it('asks for a passkey when the account must have one', async () => {
    const phone = simulator().phone(NUMBER)
    phone.requirePasskey(true)
    const client = startClient(simulator().url)
    const code = await codeOf(client)
    const entered = phone.enterPairingCode(code)
    entered.catch(() => undefined)
    await client.stanza(({ attrs }) => attrs['type'] === 'passkey_prologue_request')
    client.close()
    await expect(entered).rejects.toThrow('passkey')
    expect(phone.linkedDevices()).toEqual([])
  })
})
