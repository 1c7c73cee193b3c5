import type { BinaryNode, WAMessage } from '@whiskeysockets/baileys'
import { describe, expect, it, vi } from 'vitest'
import { isUndecryptable, linkedClient, startClient, until, type Client } from '../test-support/client.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import { child, stanza } from '../wire/stanza.ts'
import type { Damage } from './outbox.ts'

const NUMBER = '573007915262'
const CONTACT = '573001112233'
const simulator = freshSimulator()
// Baileys waits this long after each message it could not decrypt.
const FAST = { retryRequestDelayMs: 1 }

/** A client that has finished its first sync, so that Baileys no longer holds events back. */
async function synced(number = NUMBER): Promise<Client> {
  const client = await linkedClient(simulator().url, (qr) => simulator().phone(number).scan(qr), FAST)
  await until(() => client.auth.creds.accountSyncCounter > 0, 'the first sync')
  return client
}

function texts(client: Client): readonly (string | null | undefined)[] {
  return client.messages
    .filter(({ message }) => message?.conversation)
    .map(({ message }) => message?.conversation)
}

/** The last status of a message; Baileys folds an update that comes quickly into the message itself. */
function statusOf(client: Client, id: string | null | undefined): number {
  const statuses = [
    ...client.messages.filter(({ key }) => key.id === id).map(({ status }) => status),
    ...client.messageUpdates.filter(({ key }) => key.id === id).map(({ update }) => update.status),
  ]
  return Math.max(0, ...statuses.map((status) => status ?? 0))
}

describe('a contact', () => {
  it.each(['lid', 'number'] as const)('writes messages that decrypt, named by %s', async (addressing) => {
    simulator().settings.addressing = addressing
    const client = await synced()
    const contact = simulator().contact(CONTACT, { name: 'Ana' })
    const ids = [await contact.sendText(NUMBER, 'uno'), await contact.sendText(NUMBER, 'dos')]
    await until(() => texts(client).length === 2, 'both messages')
    expect(texts(client)).toEqual(['uno', 'dos'])
    const first = client.messages.find(({ key }) => key.id === ids[0])
    expect(first).toMatchObject({ pushName: 'Ana', key: { fromMe: false } })
    expect(first?.key.remoteJid).toBe(addressing === 'lid' ? contact.lid : `${CONTACT}@s.whatsapp.net`)
    await until(() => contact.receipts().length === 2, 'both receipts')
    expect(contact.receipts().map(({ id, type }) => [id, type])).toEqual(ids.map((id) => [id, 'inactive']))
    expect(simulator().device(NUMBER).waiting).toBe(0)
  })

  it.each([
    ['bad-mac', 'No matching sessions found for message'],
    ['no-session', 'No session record'],
    ['unknown-pre-key', 'Invalid PreKey ID'],
  ] as const)('writes messages broken by %s: %s', async (damage: Damage, reason) => {
    const client = await synced()
    const contact = simulator().contact(CONTACT)
    const ids = await contact.sendBroken(NUMBER, { count: 3, damage })
    await until(() => client.failures().length === 3, 'three failures')
    expect(client.failures()).toEqual([reason, reason, reason])
    await until(() => contact.receipts().filter(({ type }) => type === 'retry').length === 3, 'retries')
    // One contact's trouble is nobody else's.
    await simulator().contact('573004445566').sendText(NUMBER, 'buenas')
    await until(() => texts(client).includes('buenas'), 'a good message')
    const healed = client.messages.filter(({ key, message }) => ids.includes(key.id ?? '') && message)
    expect(healed).toEqual([])
  })

  it('makes libsignal print a genuine Bad MAC', async () => {
    const printed = vi.spyOn(console, 'error')
    const client = await synced()
    await simulator().contact(CONTACT).sendBroken(NUMBER)
    await until(() => client.failures().length === 1, 'the failure')
    expect(printed.mock.calls.flat().join(' ')).toContain('Bad MAC')
  })

  it('sends a message again, good, when it heals', async () => {
    const client = await synced()
    const [id] = await simulator().contact(CONTACT).sendBroken(NUMBER, { heals: true })
    await until(() => client.messages.some(({ key, message }) => key.id === id && message), 'the message')
    expect(client.failures()).toHaveLength(1)
    expect(texts(client)).toContain('indescifrable')
  })

  it('replays a message, which Baileys drops without an event', async () => {
    const client = await synced()
    const contact = simulator().contact(CONTACT)
    await contact.sendText(NUMBER, 'hola')
    await until(() => texts(client).length === 1, 'the message')
    await contact.sendBroken(NUMBER, { damage: 'replay' })
    await until(() => simulator().device(NUMBER).waiting === 0, 'the replay to be acknowledged')
    expect(client.failures()).toEqual([])
  })

  it('reads what the client writes, and its phone says so', async () => {
    const client = await synced()
    const contact = simulator().contact(CONTACT)
    const sent = await client.sock.sendMessage(`${CONTACT}@s.whatsapp.net`, { text: 'su pedido está listo' })
    await until(() => contact.received().length === 1, 'the message')
    expect(contact.received()).toMatchObject([{ from: NUMBER, chat: CONTACT, text: 'su pedido está listo' }])
    // 3 = delivered to the contact.
    await until(() => statusOf(client, sent?.key.id) === 3, 'the receipt')
    expect(simulator().phone(NUMBER).received()).toMatchObject([{ chat: CONTACT }])
    await contact.sendText(NUMBER, 'gracias')
    await until(() => texts(client).includes('gracias'), 'the answer')
  })
})

describe('a group', () => {
  const GROUP = '120363000000000001@g.us'

  it.each(['lid', 'number'] as const)('is written to with a sender key, by %s', async (addressing) => {
    simulator().settings.addressing = addressing
    const client = await synced()
    await simulator().contact(CONTACT).sendToGroup(NUMBER, GROUP, ['uno', 'dos', 'tres'])
    await until(() => texts(client).length === 3, 'all three')
    expect(texts(client)).toEqual(['uno', 'dos', 'tres'])
    expect(client.messages.at(-1)?.key).toMatchObject({ remoteJid: GROUP, fromMe: false })
  })

  it('is asked again for what comes late, which stock Baileys cannot read', async () => {
    const client = await synced()
    const contact = simulator().contact(CONTACT)
    const [, late] = await contact.sendToGroup(NUMBER, GROUP, ['uno', 'dos', 'tres'], [0, 2, 1])
    await until(() => contact.receipts().some(({ id, type }) => id === late && type === 'retry'), 'a retry')
    await until(() => texts(client).length === 3, 'what was sent again')
    expect(texts(client)).toEqual(['uno', 'tres', 'dos'])
  })
})

describe('the own phone', () => {
  it('reads a message to the own number and answers as device 0', async () => {
    const client = await synced()
    const sent = await client.sock.sendMessage(`${NUMBER}@s.whatsapp.net`, { text: 'prueba' })
    const receipt = await client.stanza(({ tag }) => tag === 'receipt')
    expect(receipt.attrs).toMatchObject({
      id: sent?.key.id,
      from: `${NUMBER}@s.whatsapp.net`,
      type: 'sender',
      recipient: `${NUMBER}@s.whatsapp.net`,
    })
    const acks = client.heard.filter(({ tag, attrs }) => tag === 'ack' && attrs['class'] === 'message')
    expect(acks.map(({ attrs }) => attrs['id'])).toEqual([sent?.key.id])
    expect(simulator().phone(NUMBER).received()).toMatchObject([{ chat: NUMBER, text: 'prueba' }])
  })

  it('says nothing while it is off; the server still acknowledges', async () => {
    const client = await synced()
    const phone = simulator().phone(NUMBER)
    await phone.setOn(false)
    const sent = await client.sock.sendMessage(`${NUMBER}@s.whatsapp.net`, { text: 'prueba' })
    await client.stanza(({ tag, attrs }) => tag === 'ack' && attrs['class'] === 'message')
    expect(phone.received()).toEqual([])
    expect(statusOf(client, sent?.key.id)).toBeLessThan(2)
    await phone.setOn(true)
    await until(() => statusOf(client, sent?.key.id) === 2, 'the receipt')
  })

  it('asks again for a message it cannot decrypt, three times', async () => {
    const client = await synced()
    const enc = stanza('enc', { v: 2, type: 'msg' }, Buffer.alloc(60, 3))
    for (let time = 0; time < 5; time += 1) {
      await client.sock.sendNode(stanza('message', { id: 'ROTO', to: `${NUMBER}@s.whatsapp.net` }, [enc]))
    }
    await until(() => simulator().phone(NUMBER).undecryptable().length === 5, 'the phone to try five times')
    const retries = (): readonly BinaryNode[] =>
      client.heard.filter(({ tag, attrs }) => tag === 'receipt' && attrs['type'] === 'retry')
    await until(() => retries().length >= 3, 'three retry receipts')
    await client.sock.query(stanza('iq', { to: '@s.whatsapp.net', type: 'get', xmlns: 'w:p' }))
    expect(retries().map((retry) => child(retry, 'retry')?.attrs['count'])).toEqual(['1', '2', '3'])
    expect(simulator().errors).toHaveLength(5)
  })

  it('writes to a contact, which the client sees as its own message', async () => {
    const client = await synced()
    const id = await simulator().phone(NUMBER).sendText(CONTACT, 'desde el teléfono')
    await until(() => client.messages.some(({ key }) => key.id === id), 'the own message')
    const own = client.messages.find(({ key }) => key.id === id)
    expect(own?.key).toMatchObject({ fromMe: true, remoteJid: `${CONTACT}@s.whatsapp.net` })
    expect(own?.message?.conversation).toBe('desde el teléfono')
  })

  it('answers a peer request', async () => {
    const client = await synced()
    const before = client.messages.length
    await client.sock.fetchMessageHistory(
      1,
      { remoteJid: simulator().contact(CONTACT).lid, id: 'X', fromMe: false },
      1,
    )
    await until(() => client.messages.length > before, 'the answer')
    const answer = client.messages.at(-1)?.message?.protocolMessage?.peerDataOperationRequestResponseMessage
    expect(answer?.stanzaId).toBeTruthy()
  })
})

describe('the offline queue', () => {
  it('keeps what arrives while the device is away, and delivers it in order at its login', async () => {
    const client = await synced()
    client.close()
    await until(() => !simulator().device(NUMBER).online, 'the device to leave')
    const contact = simulator().contact(CONTACT)
    for (const text of ['uno', 'dos', 'tres']) await contact.sendText(NUMBER, text)
    expect(simulator().device(NUMBER).waiting).toBe(3)
    const again = startClient(simulator().url, client.auth)
    await until(() => texts(again).length === 3, 'the three messages')
    expect(texts(again)).toEqual(['uno', 'dos', 'tres'])
    const end = await again.stanza((heard) => child(heard, 'offline') !== undefined)
    expect(child(end, 'offline')?.attrs['count']).toBe('3')
    await until(() => simulator().device(NUMBER).waiting === 0, 'the acknowledgements')
  })

  it('delivers again what a half-open link swallowed', async () => {
    const [client, other] = [await synced(), await synced()]
    const device = simulator().device(NUMBER, 1)
    device.halfOpen()
    await simulator().contact(CONTACT).sendText(NUMBER, 'no se pierde')
    await until(() => texts(other).includes('no se pierde'), 'the message on the healthy link')
    expect(texts(client)).toEqual([])
    expect(device.waiting).toBe(1)
    client.close()
    await until(() => !device.online, 'the device to leave')
    const again = startClient(simulator().url, client.auth)
    await until(() => texts(again).includes('no se pierde'), 'the message')
  })
})

describe('two linked devices', () => {
  it('see each other’s messages and both get a contact’s', async () => {
    const [one, two] = [await synced(), await synced()]
    simulator().contact(CONTACT)
    await one.sock.sendMessage(`${CONTACT}@s.whatsapp.net`, { text: 'desde uno' })
    const own = (): WAMessage | undefined =>
      two.messages.find(({ message }) => message?.extendedTextMessage?.text === 'desde uno')
    await until(() => own() !== undefined, 'the message on the other device')
    expect(own()?.key).toMatchObject({ fromMe: true, remoteJid: `${CONTACT}@s.whatsapp.net` })
    await simulator().contact(CONTACT).sendText(NUMBER, 'para los dos')
    await until(() => [one, two].every((client) => texts(client).includes('para los dos')), 'both')
    expect([...one.failures(), ...two.failures()]).toEqual([])
  })
})

describe('a directory question', () => {
  it('tells who has WhatsApp', async () => {
    const client = await synced()
    simulator().contact(CONTACT)
    const answers = await client.sock.onWhatsApp(CONTACT, '573009999999')
    // Baileys leaves out whoever has none.
    expect(answers).toEqual([{ jid: `${CONTACT}@s.whatsapp.net`, exists: true }])
  })
})

describe('one-time keys', () => {
  it('are uploaded at the first login, used up one by one, and asked for when few are left', async () => {
    const client = await synced()
    const device = simulator().device(NUMBER)
    expect(client.auth.count('pre-key')).toBe(812 - 1)
    const before = device.preKeys
    await simulator().contact(CONTACT).sendText(NUMBER, 'hola')
    expect(device.preKeys).toBe(before - 1)
    device.spendPreKeys(2)
    await until(() => device.preKeys === 2 + 5, 'Baileys to upload five more')
    await simulator().contact('573004445566').sendText(NUMBER, 'sigue')
    await until(() => texts(client).includes('sigue'), 'a message with the remaining keys')
  })
})

describe('a signed pre-key', () => {
  it('can be rotated: messages use the new one', async () => {
    const client = await synced()
    await client.sock.rotateSignedPreKey()
    expect(client.auth.creds.signedPreKey.keyId).toBe(2)
    await simulator().contact(CONTACT).sendText(NUMBER, 'con la nueva')
    await until(() => texts(client).includes('con la nueva'), 'the message')
    expect(client.failures()).toEqual([])
  })
})

describe('a flood', () => {
  it('comes from many senders', async () => {
    const client = await synced()
    await simulator().flood(NUMBER, { senders: 4, each: 2 })
    await until(() => client.failures().length === 8, 'eight failures')
    const senders = client.messages.filter(isUndecryptable)
    expect(new Set(senders.map(({ key }) => key.remoteJid)).size).toBe(4)
  })
})
