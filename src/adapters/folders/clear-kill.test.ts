import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { parseOrganization } from '../records/organization-file.ts'
import { Doomed } from './test-support/doomed.ts'
import {
  link,
  reads,
  scan,
  type Status,
  Template,
  untilStatus,
  withShop,
} from '../test-support/linked-folder.ts'

/** A process that is killed at every step of a command, before and after everything it does to the disk. */
const ID = 'shop'
const NUMBER = '573007915262'
const CONTACT = '573015550101'
/** All steps, which takes minutes, instead of enough of them. */
const EVERY_STEP = process.env['ENLACE_EVERY_STEP'] === '1'
/** Every second step comes before something; the one after it leaves the disk as the next one finds it. */
const CLEAR_STRIDE = EVERY_STEP ? 1 : 2
/** From here on the new generation is made, which was decided before. */
const DECIDED = 20
const DECIDED_STRIDE = EVERY_STEP ? 1 : 8
/** A pairing has some 150 steps; each run takes others. */
const LINK_STRIDE = EVERY_STEP ? 1 : 14
const LONGEST = EVERY_STEP ? 3_600_000 : 1_200_000

let simulator: Simulator
let linked: Template
let next: Doomed

beforeAll(async () => {
  simulator = await startSimulator()
  linked = await Template.empty()
  next = new Doomed()
  await withShop(linked.folder, simulator.url, async (shop) => {
    await link(shop, simulator, ID, NUMBER)
    await reads(simulator, NUMBER, CONTACT)
  })
})

afterAll(async () => {
  await next.end()
  await linked.remove()
  await simulator.stop()
})

/** The one that is ready, while another gets ready. */
function doomed(): Doomed {
  const ready = next
  next = new Doomed()
  return ready
}

async function recordIn(folder: string) {
  const text = await readFile(join(folder, 'organizations', `org_${ID}`, 'organization.json'), 'utf8')
  const parsed = parseOrganization(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.record
}

describe('a clear', () => {
  /** Several senders who cannot be read are what makes a clear possible while the session is online. */
  async function cleared(folder: string, step: number): Promise<readonly string[] | null> {
    const trouble = setInterval(() => {
      const device = simulator.device(NUMBER)
      if (!device.online) return
      clearInterval(trouble)
      void simulator.flood(NUMBER, { senders: 4, each: 3 })
    }, 5)
    const steps = await doomed().meet({ folder, url: simulator.url, id: ID, command: 'clear', step })
    clearInterval(trouble)
    return steps
  }

  it(
    'killed at every step leaves everything as before or cleared, and can be undone',
    async () => {
      const ends = { before: 0, after: 0 }
      for (let step = 1, alive = false; !alive; step += step < DECIDED ? CLEAR_STRIDE : DECIDED_STRIDE) {
        const folder = await linked.copy()
        alive = (await cleared(folder, step)) !== null
        const { generation, linked: holdsLink, quarantine } = await recordIn(folder)
        const isCleared = generation === 2
        const aside = { generation: 1, linked: true, ended: false }
        expect({ generation, holdsLink, quarantine }).toMatchObject(
          isCleared
            ? { generation: 2, holdsLink: false, quarantine: [aside] }
            : { generation: 1, holdsLink: true, quarantine: [] },
        )
        ends[isCleared ? 'after' : 'before'] += 1

        await withShop(folder, simulator.url, async (shop) => {
          if (isCleared) await untilStatus(shop, ID, 'unlinked', 'scan')
          else {
            await untilStatus(shop, ID, 'online')
            shop.supervisor.command(ID, 'stop')
            await untilStatus(shop, ID, 'stopped')
            shop.supervisor.command(ID, 'clear')
            await untilStatus(shop, ID, 'scan')
          }
          expect(shop.supervisor.command(ID, 'undo-clear'), `step ${step}`).toMatchObject({ ok: true })
          await untilStatus(shop, ID, 'online')
          expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
        })
        await rm(folder, { recursive: true, force: true })
      }
      expect(ends.before).toBeGreaterThan(5)
      expect(ends.after).toBeGreaterThan(3)
    },
    LONGEST,
  )
})

describe('a pairing', () => {
  it(
    'killed at every step loses no link that the phone believes in',
    async () => {
      let believed = 0
      const first = 1 + Math.floor(Math.random() * LINK_STRIDE)
      for (let step = first, alive = false; !alive; step += LINK_STRIDE) {
        const number = `5731${String(step).padStart(8, '0')}`
        const empty = await Template.empty()
        await withShop(empty.folder, simulator.url, async (shop) => {
          await shop.supervisor.create({ name: 'Tienda', id: ID }, ID)
        })
        const phone = simulator.phone(number)
        let scanned: Promise<void> = Promise.resolve()
        const meeting = { folder: empty.folder, url: simulator.url, id: ID, command: 'link', step } as const
        const steps = await doomed().meet(meeting, (qr) => {
          scanned = phone.scan(qr).catch(() => {})
        })
        await scanned
        alive = steps !== null
        await withShop(empty.folder, simulator.url, async (shop) => {
          const isBelieved = phone.linkedDevices().length > 0
          // The phone may not have heard the answer, though this side had it ready: that is said, and can be linked.
          const ends: readonly Status[] = isBelieved ? ['online'] : ['unlinked', 'attention']
          const { session } = await untilStatus(shop, ID, ...ends)
          const cause = session.status === 'attention' ? session.cause.code : null
          expect([null, 'unlinked-from-phone'], `step ${step}`).toContain(cause)
          if (isBelieved) believed += 1
          else {
            shop.supervisor.command(ID, 'link')
            await scan(shop, simulator, ID, number)
          }
          expect(await reads(simulator, number, CONTACT), `step ${step}`).not.toBe('unread')
        })
        await empty.remove()
      }
      expect(believed).toBeGreaterThan(3)
    },
    LONGEST,
  )
})
