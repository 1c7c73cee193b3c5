import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ordeal } from '../../../torture/ordeal.ts'
import { startSimulator } from '../../simulator/server.ts'
import { type AuthStore, openAuthStore } from './auth-store.ts'
import { readCredentials } from '../credentials/baileys-credentials.ts'
import { WayOut } from '../network/way-out.ts'
import { openBaileysSocket } from '../whatsapp/baileys-socket.ts'
import { PreKeyMark } from '../credentials/pre-key-mark.ts'
import { TestVault } from '../test-support/test-vault.ts'
import { NO_PASSKEYS } from '../passkey/passkeys.ts'

/** The short version of `npm run torture`; `docs/torture.md` has the long ones. */
const KILLS = 16
const LATEST_SEED = 2 ** 31

it('a process that is killed again and again loses no link that its phone believes in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-torture-'))
  const seed = Math.floor(Math.random() * LATEST_SEED)
  try {
    const { tally, complaints } = await ordeal({ side: 'enlace', kills: KILLS, seed, folder })
    expect(complaints, `seed ${seed}`).toEqual([])
    expect(tally).toMatchObject({ kills: KILLS, lost: 0, unreadable: 0, otherIdentity: 0, unreadMessages: 0 })
    expect(tally.cameBack).toBe(tally.believed)
    expect(tally.believed).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 1_200_000)

/** Found by torture: Baileys emits the new ids first and stores the keys afterwards; a kill in between lost the link. */
it('credentials never promise pre-keys that are not stored with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-pre-keys-'))
  const simulator = await startSimulator()
  const place = { organizationId: randomUUID(), generation: 1, linked: false }
  const outcome = await openAuthStore(join(folder, 'g1'), place, new TestVault())
  if (!outcome.ok) throw new Error(outcome.cause.code)
  const { store } = outcome
  const found: string[] = []
  /** The real store, looked at after every commit as the next process would. */
  const watched = new Proxy(store, {
    get(_store, name: keyof AuthStore) {
      const member = store[name]
      if (typeof member !== 'function') return member
      return (...given: unknown[]): unknown => {
        const result: unknown = Reflect.apply(member, store, given)
        if (name === 'commit') found.push(readCredentials(store, false).kind)
        return result
      }
    },
  })
  try {
    const credentials = readCredentials(store, false)
    if (credentials.kind !== 'blank') throw new Error(credentials.kind)
    const settings = {
      url: simulator.url,
      way: new WayOut(),
      version: [2, 3000, 1_043_857_760] as const,
      keepAliveMs: 30_000,
      testMessage: () => 'Enlace',
      onUnhandled: () => {},
      passkeys: NO_PASSKEYS,
      log: { info: () => {}, warn: () => {} },
      session: 'org_shop1',
    }
    await new Promise<void>((resolve) => {
      const connect = () => {
        const mark = new PreKeyMark(join(folder, 'g1'))
        const socket = openBaileysSocket(credentials.creds, watched, mark, settings, (event) => {
          if (event.type === 'qr') void simulator.phone('573007915262').scan(event.text)
          if (event.type === 'closed') setImmediate(connect)
          if (event.type !== 'open') return
          socket.close()
          resolve()
        })
      }
      connect()
    })
    expect(store.entries().filter(({ type }) => type === 'pre-key').length).toBeGreaterThan(800)
    expect(found.length).toBeGreaterThan(3)
    expect(found).not.toContain('damaged')
  } finally {
    store.close()
    await simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
