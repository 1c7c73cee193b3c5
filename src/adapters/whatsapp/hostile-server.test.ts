import { monitorEventLoopDelay } from 'node:perf_hooks'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { child, type Stanza } from '../../simulator/wire/stanza.ts'
import { hostile } from '../gate/test-support/hostile-stanzas.ts'
import { fastClock } from '../test-support/fast-clock.ts'
import { Shop } from '../test-support/shop.ts'

const NUMBERS = ['573007915262', '573126809496'] as const
const [FIRST, SECOND] = NUMBERS
/** Longest that nothing else happens on a machine that is busy; without limits it is for ever, or many seconds. */
const STALL_MAX_MS = 4_000
const COMPRESSED = Buffer.of(2)
const PLAIN = Buffer.of(0)

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url, 30_000, fastClock(20))
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

/** What a server says that is none of WhatsApp's, to the session that is online with the first number. */
const SAID: readonly (readonly [string, () => void])[] = [
  ...Object.entries(hostile).flatMap(([name, bytes]) => [
    [name, () => says(PLAIN, bytes())] as const,
    [`${name}, compressed`, () => says(COMPRESSED, deflateSync(bytes()))] as const,
  ]),
  ['a megabyte that becomes a gigabyte', () => says(COMPRESSED, deflateSync(Buffer.alloc(2 ** 30)))],
  ['what is compressed and is not', () => says(COMPRESSED, Buffer.from('no'))],
  ['an attribute of a megabyte', () => says(PLAIN, notification('x'.repeat(1_000_000)))],
  ['nothing', () => says(Buffer.alloc(0))],
  ['a frame of 16 MB', () => simulator.device(FIRST).sayRaw(Buffer.of(0xff, 0xff, 0xff))],
  [
    'a frame that is not encrypted',
    () => simulator.device(FIRST).sayRaw(Buffer.alloc(103, 0).fill(100, 2, 3)),
  ],
]

function says(...parts: readonly Buffer[]): void {
  simulator.device(FIRST).sayEncoded(Buffer.concat(parts))
}

/** `<a b=text/>`, as WhatsApp's encoding writes it. */
function notification(text: string): Buffer {
  const head = Buffer.of(248, 3, 4, 5, 254, 0, 0, 0, 0)
  head.writeInt32BE(text.length, 5)
  return Buffer.concat([head, Buffer.from(text)])
}

describe('what a server says that nobody can use', () => {
  it.each(SAID)(
    '%s ends the connection of the session it was said to, and nothing else',
    async (_what, say) => {
      const [first = '', second = ''] = await shop.linkMany(2, (qr, n) =>
        simulator.phone(NUMBERS[n] ?? '').scan(qr),
      )
      const untouched = () =>
        simulator.connections.live().find(({ device }) => device?.startsWith(SECOND))?.id
      const before = untouched()
      expect(before).toBeDefined()
      const stalls = monitorEventLoopDelay({ resolution: 10 })
      stalls.enable()
      const attempts = simulator.connections.attempts().length
      say()
      await expect.poll(() => simulator.connections.attempts().length).toBeGreaterThan(attempts)
      await expect.poll(() => simulator.device(FIRST).online).toBe(true)
      await shop.untilStatus(first, 'online')
      stalls.disable()
      expect(stalls.max / 1e6).toBeLessThan(STALL_MAX_MS)
      expect(untouched()).toBe(before)
      expect(shop.view(second).session.status).toBe('online')
      expect(shop.lines.filter((line) => line.includes('"unusable"'))).not.toEqual([])
      expect(shop.lines.filter((line) => line.includes('not looked at'))).toEqual([])
    },
  )

  it('is told where it is all that is said, and over when it is', async () => {
    const [first = ''] = await shop.linkMany(1, (qr) => simulator.phone(FIRST).scan(qr))
    const lid = 'x'.repeat(30_000)
    simulator.settings.rewrite = (honest) =>
      honest.tag === 'success' ? { ...honest, attrs: { ...honest.attrs, lid } } : honest
    simulator.device(FIRST).dropTcp()
    const { session } = await shop.until(first, 'told', (view) => view.session.status === 'reconnecting')
    expect(session).toMatchObject({ cause: { code: 'whatsapp-unavailable' } })
    simulator.settings.rewrite = null
    shop.supervisor.nudge()
    await shop.untilStatus(first, 'online')
  })
})

describe('codes that nobody can draw', () => {
  it.each([
    ['a reference of 100,000 characters', (ref: Stanza) => ({ ...ref, content: Buffer.alloc(100_000, 'a') })],
    [
      'a reference of control characters',
      (ref: Stanza) => ({ ...ref, content: Buffer.from('2@\u0000\u202e') }),
    ],
    ['a reference of elements', (ref: Stanza) => ({ ...ref, content: [ref] })],
  ])('%s', async (_what, spoil) => {
    simulator.settings.rewrite = (honest) => within(honest, 'pair-device', spoil)
    const id = await shop.add('Óptica', 'shop-1')
    shop.tell(id, 'link')
    await expect.poll(() => simulator.connections.attempts().length).toBeGreaterThan(1)
    expect(shop.view(id).session.status).not.toBe('scan')
    simulator.settings.rewrite = null
    await shop.scanned(id, (qr) => simulator.phone(FIRST).scan(qr))
  })
})

describe('an identity that is none', () => {
  const jids = [
    '../../../g1@s.whatsapp.net',
    '12345678901234567890:3@s.whatsapp.net',
    'tienda:3@s.whatsapp.net',
    ':3@s.whatsapp.net',
  ]

  it('is not linked with, and never stored', async () => {
    const id = await shop.add('Óptica', 'shop-1')
    shop.tell(id, 'link')
    for (const jid of jids) {
      simulator.settings.rewrite = (honest) =>
        within(honest, 'pair-success', (part) =>
          part.tag === 'device' ? { ...part, attrs: { ...part.attrs, jid } } : part,
        )
      const { qr } = await shop.untilStatus(id, 'scan')
      if (!qr) throw new Error('no QR')
      await expect(simulator.phone(FIRST).scan(qr.picture), jid).rejects.toThrow('closed the connection')
      const { session } = await shop.until(
        id,
        'told',
        (view) =>
          view.session.status === 'scan' &&
          view.session.cause?.code === 'scan-failed' &&
          view.session.qr?.picture !== qr.picture,
      )
      expect(session.status).toBe('scan')
    }
    expect(shop.view(id).lastNumber).toBeNull()
    simulator.settings.rewrite = null
    await shop.scanned(id, (qr) => simulator.phone(FIRST).scan(qr))
    await shop.end()
    await shop.start()
    const online = await shop.untilStatus(id, 'online')
    expect(online.number).toBe(FIRST)
  })
})

/** A stanza whose grandchildren, below a child of this name, are others. */
function within(honest: Stanza, name: string, change: (part: Stanza) => Stanza): Stanza {
  const found = child(honest, name)
  if (!found || !Array.isArray(found.content)) return honest
  return { ...honest, content: [{ ...found, content: found.content.map(change) }] }
}
