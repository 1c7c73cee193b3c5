import { cp, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Shop } from '../test-support/shop.ts'
import { sessionFolder } from './test-support/session-folder.ts'

/** Nothing connects here. */
const NOWHERE = 'ws://127.0.0.1:9'

let shop: Shop
let source: string

beforeEach(async () => {
  shop = await Shop.open(NOWHERE)
  source = join(dirname(shop.root), 'auth_info_baileys')
  await sessionFolder(source)
})

afterEach(() => shop.remove())

const bring = (folder: string) => shop.supervisor.importSession(folder, basename(folder))
const all = () => shop.supervisor.views((text) => text)

it('the same folder brought many times at once, by many ways, becomes one organization', async () => {
  const link = join(dirname(source), 'way')
  await symlink(source, link, 'junction')
  const copy = join(dirname(source), 'copia')
  await cp(source, copy, { recursive: true })
  const ways = [source, source, link, join(source, '..', basename(source)), `${source}/`, copy]
  const outcomes = await Promise.all(ways.map(bring))
  expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.code)).toSorted()).toEqual([
    ...ways.slice(1).map(() => 'import-known'),
    'ok',
  ])
  expect(all()).toHaveLength(1)
  expect(await bring(source)).toEqual({
    ok: false,
    error: { code: 'import-known', params: { name: all()[0]?.name } },
  })
  await shop.end()
  await shop.start()
  expect(all()).toHaveLength(1)
  expect(await bring(copy)).toMatchObject({ error: { code: 'import-known' } })
})

it('a copy among the organizations is told as one', async () => {
  await bring(source)
  await cp(source, join(shop.root, '7'), { recursive: true })
  await shop.supervisor.check()
  await shop.supervisor.check()
  expect(all()).toHaveLength(1)
  expect(shop.supervisor.notices).toEqual([{ code: 'duplicate-identity', folder: '7', name: all()[0]?.name }])
})

it('a folder that is found while the person brings it becomes one organization', async () => {
  await cp(source, join(shop.root, '7'), { recursive: true })
  await shop.supervisor.check()
  await Promise.all([shop.supervisor.check(), bring(join(shop.root, '7')), bring(source)])
  expect(all()).toHaveLength(1)
})

it('after the organization is removed the folder can be brought again', async () => {
  await bring(source)
  const { id, name } = all()[0] ?? { id: '', name: '' }
  expect(await shop.supervisor.remove(id, name)).toMatchObject({ ok: true })
  expect(await bring(source)).toMatchObject({ ok: true })
})

it('another link of the same account is another organization', async () => {
  const other = join(dirname(source), 'otro')
  await sessionFolder(other)
  expect(await bring(source)).toMatchObject({ ok: true })
  expect(await bring(other)).toMatchObject({ ok: true })
  expect(all()).toHaveLength(2)
})
