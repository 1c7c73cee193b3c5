import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Chronicle } from '../../engine/activity/chronicle.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { journalFile } from '../journal/journal-file.ts'
import { systemClock } from '../runtime/system-clock.ts'
import { openLastingShop } from '../test-support/lasting-shop.ts'
import { filesBelow, link, reads, Template, until, viewOf } from '../test-support/linked-folder.ts'
import { tracesIn } from '../test-support/traces.ts'

/**
 * A shop in which people write by number, by LID and in groups, some of whom cannot be read: nothing that tells who
 * they are or what they wrote may stand in clear in any file, be it while it runs, as a kill leaves it, or after.
 */
const ID = 'shop'
const NUMBER = '573007915262'
const GROUP = '120363041234567890'
const ANNA = { number: '573015550101', name: 'Anna Quintero Rojas', text: 'una docena de empanadas' }
const BELA = { number: '4915123456789', name: 'Bela Fährmann', text: 'zwei Kilo Kaffee, bitte' }
const CLEO = { number: '5511987654321', name: 'Cleo Magalhães', text: 'o pedido chegou ontem' }
const DORA = { number: '34600112233', name: 'Dora Izquierdo', text: 'ninguno lo puede leer' }
const PEOPLE = [ANNA, BELA, CLEO, DORA]
const IN_GROUP = ['reunión el jueves', 'yo llevo el postre']
const OWN_NAME = 'Papelería Sauce'

let folder: string
let simulator: Simulator

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-clear-text-'))
  simulator = await startSimulator()
})

afterAll(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true, force: true })
})

it.each(['', 'x', 'xy'])('what stands in a file in any writing is found, after %j too', (before) => {
  const word = ANNA.number
  const text = Buffer.from(`${before}${word}z`)
  const writings = [
    text,
    Buffer.from(text.toString('hex')),
    Buffer.from(text.toString('hex').toUpperCase()),
    Buffer.from(text.toString('base64')),
    Buffer.from(String(text), 'utf16le'),
  ]
  // The number packed as WhatsApp packs digits, as protobuf packs numbers, and as two processors keep them.
  const packed = ['573015550101', '95d18dd3d610', '856a636895', '9568636a85']
  for (const bytes of [...writings, ...packed.map((hex) => Buffer.from(hex, 'hex'))]) {
    const file = Buffer.concat([Buffer.alloc(3, 1), bytes, Buffer.alloc(3, 2)])
    expect(tracesIn(new Map([['file', file]]), [word]), bytes.toString('hex')).not.toEqual([])
  }
  expect(tracesIn(new Map([['file', Buffer.from(BELA.number)]]), [word])).toEqual([])
})

function lidOf(number: string): string {
  return simulator.contact(number).lid.replace('@lid', '')
}

it('of customers, no number, LID, name or text stands in clear in any file', async () => {
  const silent = { info: () => {}, warn: () => {} }
  const journal = journalFile(join(folder, 'activity.db'), silent, () => {})
  const chronicle = new Chronicle(systemClock, journal)
  const shop = await openLastingShop(folder, simulator.url, {
    onChange: (id) => {
      const view = viewOf(shop, id)
      if (view) chronicle.saw(view)
    },
  })
  chronicle.begin([])
  simulator.phone(NUMBER, { name: OWN_NAME })
  for (const { number, name } of PEOPLE) simulator.contact(number, { name })
  await link(shop, simulator, ID, NUMBER)

  simulator.settings.addressing = 'number'
  expect(await reads(simulator, NUMBER, ANNA.number)).not.toBe('unread')
  await simulator.contact(ANNA.number).sendText(NUMBER, ANNA.text)
  simulator.settings.addressing = 'lid'
  expect(await reads(simulator, NUMBER, BELA.number)).not.toBe('unread')
  await simulator.contact(BELA.number).sendText(NUMBER, BELA.text)
  await simulator.contact(CLEO.number).sendToGroup(NUMBER, `${GROUP}@g.us`, IN_GROUP)
  await simulator.contact(CLEO.number).sendText(NUMBER, CLEO.text)
  await simulator.contact(DORA.number).sendBroken(NUMBER, { count: 3 })
  await until('all is read', () => {
    const session = viewOf(shop, ID)?.session
    return session?.status === 'online' && session.health.received >= 7
  })
  const copies = join(folder, 'organizations', 'org_shop', 'g1', 'snapshots')
  await expect.poll(() => readdir(copies).catch(() => [])).toHaveLength(1)
  await until('idle', () => simulator.device(NUMBER).waiting === 0)

  const killed = await Template.from(folder)
  chronicle.end()
  await shop.supervisor.end()

  const words = [
    ...PEOPLE.flatMap(({ number, name, text }) => [number, lidOf(number), name, text]),
    ...IN_GROUP,
    GROUP,
  ]
  const asKilled = await filesBelow(killed.folder)
  const afterwards = await filesBelow(folder)
  await killed.remove()
  // What is sought would be found: the shop's own number stands where the screen needs it.
  expect(tracesIn(afterwards, [NUMBER])).toContain(
    `${NUMBER} as UTF-8 in organizations/org_shop/organization.json`,
  )
  expect([...asKilled.keys()].some((name) => name.endsWith('-wal'))).toBe(true)
  expect(tracesIn(asKilled, words)).toEqual([])
  expect(tracesIn(afterwards, words)).toEqual([])
  // Not even the shop's own name, as WhatsApp knows it.
  expect(tracesIn(asKilled, [OWN_NAME])).toEqual([])
}, 600_000)
