import { describe, expect, it } from 'vitest'
import type { PracticeFault } from '../contract/practice.ts'
import { controlSimulator } from './control.ts'
import { isUndecryptable, linkedClient, startClient, until, type Client } from './test-support/client.ts'
import { Companion } from './test-support/companion.ts'
import { freshSimulator } from './test-support/fresh-simulator.ts'

const NUMBER = '573007915262'
const simulator = freshSimulator()
const scan = { id: 1, kind: 'scan', number: NUMBER, name: 'Luna' }
const linked = (): Promise<Client> =>
  // Baileys waits this long after each message it could not decrypt; its own default is 250 ms.
  linkedClient(simulator().url, (qr) => simulator().phone(NUMBER).scan(qr), { retryRequestDelayMs: 1 })
const cause = (fault: PracticeFault): Promise<unknown> =>
  controlSimulator(simulator())({ id: 7, kind: 'fault', fault, number: NUMBER })

describe('practice mode', () => {
  it('scans a QR', async () => {
    const client = startClient(simulator().url)
    const reply = await controlSimulator(simulator())({ ...scan, qr: await client.qr() })
    expect(reply).toEqual({ kind: 'done', id: 1 })
    expect(await client.closed()).toBe(515)
  })

  it('is told why a scan was refused', async () => {
    const handle = controlSimulator(simulator())
    expect(await handle({ ...scan, qr: 'hola' })).toEqual({
      kind: 'refused',
      id: 1,
      reason: 'this is not a WhatsApp linking QR',
    })
    expect(await handle({ ...scan, number: '12', qr: '' })).toEqual({
      kind: 'refused',
      id: 1,
      reason: '“12” is not a phone number in digits',
    })
    expect(await cause('half-open')).toMatchObject({ kind: 'refused', id: 7 })
  })

  it.each([null, 'scan', {}, { kind: 'heal' }, { id: 1, kind: 'fault', fault: 'fire', number: NUMBER }])(
    'does not answer %j',
    async (message) => {
      expect(await controlSimulator(simulator())(message)).toBeNull()
    },
  )

  it.each([
    ['connection-drop', 428],
    ['unlinked-from-phone', 401],
    ['removed-while-limited', 401],
    ['queue-withheld', 428],
    ['opened-elsewhere', 440],
    ['account-restricted', 403],
    ['account-banned', 406],
    ['link-retired', 411],
    ['whatsapp-unavailable', 503],
    ['outage', 428],
  ] as const)('causes %s, which Baileys sees as %i', async (fault, code) => {
    const client = await linked()
    expect(await cause(fault)).toEqual({ kind: 'done', id: 7 })
    expect(await client.closed()).toBe(code)
  })

  it.each([
    'account-restricted',
    'account-banned',
    'unknown-refusal',
    'whatsapp-unavailable',
    'outage',
  ] as const)('heals %s', async (fault) => {
    const client = await linked()
    await cause(fault)
    await client.closed()
    await startClient(simulator().url, client.auth).closed()
    await controlSimulator(simulator())({ id: 8, kind: 'heal' })
    await expect(startClient(simulator().url, client.auth).open()).resolves.toBeUndefined()
  })

  it.each([
    ['phone-full', '4 linked devices'],
    ['code-retired', 'retired'],
  ] as const)('lets a scan meet %s, and heals it', async (fault, reason) => {
    const handle = controlSimulator(simulator())
    await cause(fault)
    const client = startClient(simulator().url)
    const qr = await client.qr()
    expect(await handle({ ...scan, qr })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    })
    await handle({ id: 2, kind: 'heal' })
    const another = startClient(simulator().url)
    expect(await handle({ ...scan, qr: await another.qr() })).toMatchObject({ kind: 'done' })
  })

  it('lets a scan meet an account that asks for a passkey, signs with it, and does not wait for the end', async () => {
    const handle = controlSimulator(simulator())
    await cause('passkey-required')
    const client = startClient(simulator().url)
    expect(await handle({ ...scan, qr: await client.qr() })).toEqual({ kind: 'done', id: 1 })
    const companion = new Companion(client, 'qr')
    await companion.asked()
    await companion.fetchRef()
    const signed = await handle({ id: 3, kind: 'sign-passkey', options: companion.options })
    if (signed?.kind !== 'signed') throw new Error(JSON.stringify(signed))
    const assertion = JSON.parse(signed.assertion) as { rawId: string }
    expect(assertion.rawId).toBe(simulator().phone(NUMBER).passkey().credentialId)
    await companion.prologue(assertion, { proof: null })
    await companion.continued()
    await companion.sendNonce()
    await companion.finish()
    expect(await client.closed()).toBe(515)
  })

  it('refuses to sign what is not WhatsApp’s', async () => {
    const options = JSON.stringify({ challenge: 'AAAA', rpId: 'example.com' })
    const handle = controlSimulator(simulator())
    const asked = { id: 3, kind: 'sign-passkey', options }
    expect(await handle(asked)).toMatchObject({ kind: 'refused', reason: 'no phone has scanned yet' })
    await cause('passkey-required')
    await handle({ ...scan, qr: await startClient(simulator().url).qr() })
    expect(await handle(asked)).toMatchObject({ kind: 'refused', id: 3 })
  })

  it('ends the asking for a passkey when it heals', async () => {
    const handle = controlSimulator(simulator())
    await cause('passkey-required')
    await handle({ id: 2, kind: 'heal' })
    const client = startClient(simulator().url)
    await handle({ ...scan, qr: await client.qr() })
    expect(await client.closed()).toBe(515)
  })

  it('causes a half-open link and undecryptable messages from several senders', async () => {
    const client = await linked()
    await cause('undecryptable-messages')
    await until(() => failing(client).length === 18, 'all failures')
    expect(new Set(failing(client)).size).toBe(6)
    await cause('half-open')
    expect(simulator().device(NUMBER).online).toBe(true)
  })
})

function failing(client: Client): readonly (string | null | undefined)[] {
  return client.messages.filter(isUndecryptable).map(({ key }) => key.remoteJid)
}
