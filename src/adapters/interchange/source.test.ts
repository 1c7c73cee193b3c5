import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { isBaileysFile } from './baileys-file-names.ts'
import { contents, otherServersFolder } from '../test-support/other-server.ts'
import { canMount } from '../test-support/small-disk.ts'
import { Shop } from '../test-support/shop.ts'

/** What becomes of the folder that a session was taken over from. */
const NUMBER = '573007915262'
const OTHER_NUMBER = '573126809496'
const ID = 'tienda'

let simulator: Simulator
let shop: Shop
/** Somewhere outside of what is Enlace's. */
let source: string

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  source = join(dirname(shop.root), ID)
  await otherServersFolder(simulator, NUMBER, source)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

async function imported(folder = source): Promise<void> {
  expect(await shop.supervisor.importSession(folder, ID)).toMatchObject({ ok: true })
  expect(shop.view(ID).session.source).toBeNull()
  shop.tell(ID, 'connect')
}

async function offered(): Promise<void> {
  await shop.until(ID, 'offered', ({ session }) => session.source !== null)
}

async function stillWorks(): Promise<void> {
  await simulator.contact('573015550101').sendText(NUMBER, 'hola')
  await shop.until(ID, 'read', ({ session }) => session.status === 'online' && session.health.received > 0)
}

describe('the folder that a session was taken over from', () => {
  it('is offered once the session works here, and goes with all its keys; the session stays', async () => {
    await imported()
    await offered()
    expect(shop.view(ID).session).toMatchObject({ status: 'online', source: { folder: source, kept: false } })
    expect((await readdir(source)).every(isBaileysFile)).toBe(true)

    const [first, second] = await Promise.all([
      shop.supervisor.deleteSource(ID),
      shop.supervisor.deleteSource(ID),
    ])
    expect(first).toEqual({ ok: true, value: { kind: 'deleted', folderGone: true, others: [] } })
    expect(second).toMatchObject({ error: { code: 'not-possible-now' } })
    expect(await readdir(dirname(source))).not.toContain(ID)
    expect(shop.view(ID).session.source).toBeNull()

    await shop.end()
    await shop.start()
    await shop.untilStatus(ID, 'online')
    await stillWorks()
    expect(shop.supervisor.find(ID)?.record.source).toBeNull()
  })

  it('goes, too, where it lies among the organizations, and is not missed there', async () => {
    await rename(source, join(shop.root, '7'))
    await shop.supervisor.check()
    await shop.supervisor.check()
    shop.tell('7', 'connect')
    await shop.until('7', 'offered', ({ session }) => session.source !== null)
    await writeFile(join(shop.root, '7', 'notes.txt'), 'mine')
    expect(await shop.supervisor.deleteSource('7')).toEqual({
      ok: true,
      value: { kind: 'deleted', folderGone: false, others: ['notes.txt'] },
    })
    await shop.supervisor.check()
    await shop.supervisor.check()
    expect(shop.supervisor.notices).toEqual([])
    expect(shop.supervisor.views(() => '')).toHaveLength(1)
  })

  it('is not offered again by itself once the person keeps it, and can still be deleted', async () => {
    await imported()
    await offered()
    expect(shop.supervisor.keepSource(ID)).toMatchObject({ ok: true })
    await shop.end()
    await shop.start()
    await offered()
    expect(shop.view(ID).session.source).toEqual({ folder: source, kept: true })
    expect(await shop.supervisor.deleteSource(ID)).toMatchObject({ value: { kind: 'deleted' } })
  })

  it('loses nothing but what Baileys has written, and nothing behind a link', async () => {
    await imported()
    await offered()
    const elsewhere = join(dirname(source), 'elsewhere.json')
    await writeFile(elsewhere, 'precious')
    await symlink(elsewhere, join(source, 'pre-key-999999.json'))
    await mkdir(join(source, 'session-573.0.json'))
    await writeFile(join(source, 'session-notes.json'), '{}')
    await writeFile(join(source, 'creds.json.bak'), '{}')
    const answer = await shop.supervisor.deleteSource(ID)
    const left = ['creds.json.bak', 'pre-key-999999.json', 'session-573.0.json', 'session-notes.json']
    expect(answer.ok && answer.value).toMatchObject({ kind: 'deleted', folderGone: false })
    expect((await readdir(source)).toSorted()).toEqual(left)
    expect(await readFile(elsewhere, 'utf8')).toBe('precious')
  })

  it('is emptied and left where a link led to it', async () => {
    const link = join(dirname(source), 'link')
    await symlink(source, link)
    await imported(link)
    await offered()
    expect(await shop.supervisor.deleteSource(ID)).toEqual({
      ok: true,
      value: { kind: 'deleted', folderGone: false, others: [] },
    })
    expect(await readdir(link)).toEqual([])
  })

  it('is left alone where another session has come into it meanwhile, and where it is gone', async () => {
    await imported()
    await offered()
    await rename(source, `${source}-moved`)
    expect(await shop.supervisor.deleteSource(ID)).toEqual({ ok: true, value: { kind: 'gone' } })
    expect(shop.view(ID).session.source).toBeNull()

    // Back after a restart, as with a drive that is plugged in again.
    await shop.end()
    await rename(`${source}-moved`, source)
    await shop.start()
    await offered()
    await rename(source, `${source}-moved`)
    await otherServersFolder(simulator, OTHER_NUMBER, source)
    const before = await contents(source)
    expect(await shop.supervisor.deleteSource(ID)).toEqual({ ok: true, value: { kind: 'changed' } })
    expect(await contents(source)).toEqual(before)

    await shop.end()
    await shop.start()
    await shop.untilStatus(ID, 'online')
    await stillWorks()
    expect(shop.supervisor.find(ID)?.record.source).toBeNull()
  })
})

it.skipIf(!canMount)(
  'what cannot be deleted is named, and the rest goes when it is tried again',
  async () => {
    await imported()
    await offered()
    const [held = ''] = (await readdir(source)).filter((name) => name.startsWith('pre-key-'))
    const path = join(source, held)
    const before = await contents(source)
    // As a program that has the file open does on Windows.
    spawnSync('mount', ['--bind', path, path])
    try {
      expect(await shop.supervisor.deleteSource(ID)).toEqual({
        ok: true,
        value: { kind: 'incomplete', left: ['creds.json', held], reason: 'EBUSY' },
      })
      expect(Object.keys(before).length).toBeGreaterThan(2)
      expect((await readdir(source)).toSorted()).toEqual(['creds.json', held])
    } finally {
      spawnSync('umount', [path])
    }
    expect(shop.view(ID).session.source).toEqual({ folder: source, kept: false })
    expect(await shop.supervisor.deleteSource(ID)).toMatchObject({
      value: { kind: 'deleted', folderGone: true },
    })
  },
)
