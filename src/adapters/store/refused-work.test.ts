import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { StoredSession, StoredSessions } from '../../engine/ports.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { StoreError } from './store-error.ts'
import { openLastingShop } from '../test-support/lasting-shop.ts'
import { link, untilStatus } from '../test-support/linked-folder.ts'

const ID = 'shop'

let folder: string
let simulator: Simulator

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-refused-'))
  simulator = await startSimulator()
})

afterEach(async () => {
  await simulator.stop()
  await rm(folder, { recursive: true })
})

/** The disk runs full at just this moment. */
function full(): never {
  throw new StoreError({ code: 'disk-full', detail: null }, 'database or disk is full')
}

it.each<readonly [string, (session: StoredSession) => StoredSession]>([
  ['the renewal that was asked for', (session) => ({ ...session, renew: full })],
  ['the renewal of a store that went back', (session) => ({ ...session, connect: async () => full() })],
])('%s that the disk refuses is called by its cause', async (_what, hurt) => {
  let refusing = false
  const sessions = (real: StoredSessions): StoredSessions => ({
    ...real,
    async open(request) {
      const outcome = await real.open(request)
      return outcome.ok && refusing ? { ok: true, session: hurt(outcome.session) } : outcome
    },
  })
  const shop = await openLastingShop(folder, simulator.url, { sessions })
  await link(shop, simulator, ID, '573007915262')
  refusing = true
  shop.supervisor.command(ID, 'renew')
  const { session } = await untilStatus(shop, ID, 'unavailable')
  await shop.supervisor.end()
  expect(session).toMatchObject({ cause: { code: 'disk-full' } })
})
