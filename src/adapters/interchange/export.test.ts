import { existsSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'
import { exportEnded, noteExport, sweepExports } from './export-drafts.ts'

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

  it('stays where something of somebody else’s has come into it', async () => {
    await writeFile(join(draft(), 'fotos.zip'), 'de otro')
    await asAfterAKill()
    expect(await sweepExports(shop.root)).toEqual([])
    expect(existsSync(join(draft(), 'fotos.zip'))).toBe(true)
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
