import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSimulator, type Simulator } from '../server.ts'
import { closeClients, linkedClient, startClient, until } from '../test-support/client.ts'

const NUMBER = '573007915262'
const CONTACT = '573001112233'
let folder: string
let running: Simulator[] = []

const start = async (): Promise<Simulator> => {
  const simulator = await startSimulator({ stateFile: join(folder, 'practice.json') })
  running.push(simulator)
  return simulator
}

beforeEach(() => {
  for (const method of ['info', 'warn', 'error', 'log'] as const) vi.spyOn(console, method).mockReturnValue()
  folder = mkdtempSync(join(tmpdir(), 'enlace-simulator-'))
})

afterEach(async () => {
  closeClients()
  for (const simulator of running) await simulator.stop()
  running = []
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

describe('the state file', () => {
  it('lets a linked client log in to the next simulator, and its messages still decrypt', async () => {
    const before = await start()
    before.phone(NUMBER, { name: 'Luna', platform: 'smba', business: 'Luna SAS' })
    const client = await linkedClient(before.url, (qr) => before.phone(NUMBER).scan(qr))
    await until(() => client.auth.creds.accountSyncCounter > 0, 'the first sync')
    await before.contact(CONTACT).sendText(NUMBER, 'antes')
    await until(() => client.messages.some(({ message }) => message?.conversation === 'antes'), 'a message')
    const { preKeys } = before.device(NUMBER)
    client.close()
    await before.stop()

    const after = await start()
    expect(after.phone(NUMBER).linkedDevices()).toMatchObject([{ id: 1, platform: 'Chrome (Mac OS)' }])
    expect(after.device(NUMBER).preKeys).toBe(preKeys)
    const again = startClient(after.url, client.auth)
    await again.open()
    await after.contact(CONTACT).sendText(NUMBER, 'después')
    await until(() => again.messages.some(({ message }) => message?.conversation === 'después'), 'a message')
    await again.sock.sendMessage(`${NUMBER}@s.whatsapp.net`, { text: 'prueba' })
    await until(() => after.phone(NUMBER).received().length === 1, 'a message to the phone')
    expect(after.errors).toEqual([])
  })

  it('keeps the passkeys of an account', async () => {
    const before = await start()
    const keys = [before.phone(NUMBER).passkey(), before.phone(NUMBER).addPasskey()]
    await before.stop()
    const phone = (await start()).phone(NUMBER)
    expect(phone.passkey()).toEqual(keys[0])
    const options = { challenge: 'AAAA', rpId: 'whatsapp.com' }
    const allowCredentials = [{ type: 'public-key', id: keys[1]?.credentialId }]
    const { rawId } = phone.signPasskey(JSON.stringify({ ...options, allowCredentials }))
    expect(rawId).toBe(keys[1]?.credentialId)
  })

  it('holds a new link before the client is asked to reconnect', async () => {
    const simulator = await start()
    const client = startClient(simulator.url)
    await simulator.phone(NUMBER).scan(await client.qr())
    expect(readFileSync(join(folder, 'practice.json'), 'utf8')).toContain('Chrome (Mac OS)')
    simulator.phone(NUMBER).unlink(1)
    expect(readFileSync(join(folder, 'practice.json'), 'utf8')).not.toContain('Chrome (Mac OS)')
  })

  it.each(['', '{', '{"version":2}', '{"version":1,"accounts":[{"number":5}]}'])(
    'is set aside when it holds %j, and the world starts fresh',
    async (content) => {
      writeFileSync(join(folder, 'practice.json'), content)
      const simulator = await start()
      expect(simulator.phones()).toEqual([])
      const aside = readdirSync(folder).filter((name) => name.startsWith('practice.json.damaged-'))
      expect(aside).toHaveLength(1)
      expect(readFileSync(join(folder, aside[0] ?? ''), 'utf8')).toBe(content)
    },
  )

  it('never sets aside what it cannot read: the start fails instead', async () => {
    await expect(startSimulator({ stateFile: folder })).rejects.toThrow('EISDIR')
  })
})
