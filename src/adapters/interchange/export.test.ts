import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'
import { canMount } from '../test-support/small-disk.ts'
import { exportEnded, noteExport, sweepExports } from './export-drafts.ts'
import { sessionFolder } from './test-support/session-folder.ts'

const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop
let target: string
let sessionName: string

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
  target = await mkdtemp(join(tmpdir(), 'enlace-target-'))
  const id = await shop.add('Óptica', 'shop-1')
  await shop.link(id, (qr) => simulator.phone(NUMBER).scan(qr))
  sessionName = shop.view(id).sessionName
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
  await rm(target, { recursive: true })
})

describe('an export', () => {
  it('touches nothing that lies where it is written, whatever its name', async () => {
    await mkdir(join(target, `${sessionName}.new`))
    await writeFile(join(target, `${sessionName}.new`, 'contabilidad.xls'), 'de otro')
    await writeFile(join(target, sessionName), 'también')
    const exported = await shop.supervisor.exportSession('shop-1', target)
    expect(exported).toEqual({ ok: true, value: { folder: join(target, `${sessionName}-2`) } })
    expect(await readFile(join(target, `${sessionName}.new`, 'contabilidad.xls'), 'utf8')).toBe('de otro')
    expect(await readFile(join(target, sessionName), 'utf8')).toBe('también')
    expect((await readdir(target)).toSorted()).toEqual([
      sessionName,
      `${sessionName}-2`,
      `${sessionName}.new`,
    ])
  })

  it('is for its owner only, whatever the mask', async () => {
    const mask = process.umask(0)
    try {
      const exported = await shop.supervisor.exportSession('shop-1', target)
      const folder = exported.ok ? exported.value.folder : ''
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      for (const name of await readdir(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    } finally {
      process.umask(mask)
    }
  })

  it.each(['', 'organizations', 'otra carpeta'])('into Enlace’s own data is refused: "%s"', async (place) => {
    const inside = join(shop.root, '..', place)
    await mkdir(inside, { recursive: true })
    const before = await readdir(inside)
    expect(await shop.supervisor.exportSession('shop-1', inside)).toMatchObject({
      ok: false,
      error: { code: 'export-inside' },
    })
    expect(await readdir(inside)).toEqual(before)
  })

  it('by a link into it, too', async () => {
    const way = join(target, 'enlace')
    await symlink(shop.root, way)
    expect(await shop.supervisor.exportSession('shop-1', way)).toMatchObject({
      error: { code: 'export-inside' },
    })
  })

  it('into an organization’s folder that was moved to another disk, too', async () => {
    const moved = join(target, 'moved')
    await rename(join(shop.root, sessionName), moved)
    await symlink(moved, join(shop.root, sessionName), 'junction')
    expect(await shop.supervisor.exportSession('shop-1', join(moved, 'g1'))).toMatchObject({
      error: { code: 'export-inside' },
    })
  })

  it.skipIf(!canMount)('by a second path to it that is no link, too', async () => {
    spawnSync('mount', ['--bind', join(shop.root, '..'), target])
    try {
      expect(await shop.supervisor.exportSession('shop-1', target)).toMatchObject({
        error: { code: 'export-inside' },
      })
    } finally {
      spawnSync('umount', [target])
    }
    expect(await readdir(join(shop.root, '..'))).not.toContain(sessionName)
  })

  it('into another server’s session is refused, and the session goes on', async () => {
    const server = join(target, 'server')
    await sessionFolder(server)
    await mkdir(join(server, 'copias'))
    for (const place of [server, join(server, 'copias')]) {
      expect(await shop.supervisor.exportSession('shop-1', place)).toMatchObject({
        error: { code: 'export-in-session' },
      })
    }
    expect(await readdir(server)).toEqual(['copias', 'creds.json'])
    expect(shop.view('shop-1').session.status).toBe('online')
  })

  it('into a folder that only has something of that name is as any other', async () => {
    await writeFile(join(target, 'creds.json'), '{"user":"contador"}')
    expect(await shop.supervisor.exportSession('shop-1', target)).toMatchObject({ ok: true })
  })

  it('leaves an empty folder that has taken the name meanwhile', async () => {
    const taken = join(target, sessionName)
    const begun = watch(target, () => {
      mkdirSync(taken, { recursive: true })
      begun.close()
    })
    const exported = await shop.supervisor.exportSession('shop-1', target)
    begun.close()
    expect(exported).toEqual({ ok: true, value: { folder: join(target, `${sessionName}-2`) } })
    expect(await readdir(taken)).toEqual([])
  })
})

describe('what an export that was cut short has left', () => {
  const draft = () => join(target, `${sessionName}.new-0123456789abcdef`)

  beforeEach(async () => {
    await noteExport(shop.root, draft())
    await mkdir(draft())
    await writeFile(join(draft(), 'creds.json'), '{}')
  })

  it('is left alone while it is being written, and gone after the next start', async () => {
    expect(await sweepExports(shop.root)).toEqual([])
    expect(existsSync(draft())).toBe(true)
    await asAfterAKill()
    expect(await sweepExports(shop.root)).toEqual([draft()])
    expect(existsSync(draft())).toBe(false)
    expect(await sweepExports(shop.root)).toEqual([])
  })

  it('goes without what somebody else has put there', async () => {
    await writeFile(join(draft(), 'fotos.zip'), 'de otro')
    await writeFile(join(target, 'creds.json'), 'de otro')
    await symlink(join(target, 'creds.json'), join(draft(), 'pre-key-1.json'))
    await asAfterAKill()
    expect(await sweepExports(shop.root)).toEqual([draft()])
    expect((await readdir(draft())).toSorted()).toEqual(['fotos.zip', 'pre-key-1.json'])
    expect(await readFile(join(target, 'creds.json'), 'utf8')).toBe('de otro')
    expect(await sweepExports(shop.root)).toEqual([])
  })

  it('is looked for again where its memory stick was not plugged in', async () => {
    await asAfterAKill()
    await rename(target, `${target}-out`)
    expect(await sweepExports(shop.root)).toEqual([])
    await rename(`${target}-out`, target)
    expect(await sweepExports(shop.root)).toEqual([draft()])
    expect(existsSync(draft())).toBe(false)
  })

  it('stays where it has become a way to another place', async () => {
    await rm(draft(), { recursive: true })
    await symlink(target, draft())
    await asAfterAKill()
    expect(await sweepExports(shop.root)).toEqual([])
    expect(existsSync(target)).toBe(true)
  })

  /** The note is there, and nobody is at it. */
  async function asAfterAKill(): Promise<void> {
    await exportEnded(shop.root, draft())
    await writeFile(join(shop.root, 'exports.json'), JSON.stringify({ drafts: [draft()] }))
  }
})

it('many exports at once are all noted, and none once they have ended', async () => {
  const drafts = Array.from({ length: 20 }, (_, n) => join(target, `x.new-${String(n).padStart(16, '0')}`))
  await Promise.all(drafts.map((draft) => noteExport(shop.root, draft)))
  const noted = async () => await readFile(join(shop.root, 'exports.json'), 'utf8')
  for (const draft of drafts) expect(await noted()).toContain(draft)
  await Promise.all(drafts.map((draft) => exportEnded(shop.root, draft)))
  expect(JSON.parse(await noted())).toEqual({ drafts: [] })
})
