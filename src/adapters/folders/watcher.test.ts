import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import { contents, otherServersFolder } from '../test-support/other-server.ts'
import { Shop } from '../test-support/shop.ts'
import { canMount, SmallDisk } from '../test-support/small-disk.ts'

const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop

beforeEach(async () => {
  simulator = await startSimulator()
  shop = await Shop.open(simulator.url)
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

describe('a folder of another server', () => {
  it('is taken over with a stable identity, waits, and comes online without a scan; the source stays', async () => {
    const source = join(shop.root, '2')
    await otherServersFolder(simulator, NUMBER, source)
    const before = await contents(source)

    await shop.supervisor.check()
    expect(shop.supervisor.find('2')).toBeNull()
    await shop.supervisor.check()
    expect(shop.view('2')).toMatchObject({
      sessionName: 'org_2',
      lastNumber: NUMBER,
      session: { status: 'stopped', elsewhere: true, primary: 'connect' },
    })

    shop.tell('2', 'connect')
    await shop.untilStatus('2', 'online')
    expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
    expect(await contents(source)).toEqual(before)

    await shop.supervisor.check()
    await shop.end()
    await shop.start()
    await shop.untilStatus('2', 'online')
    expect(shop.supervisor.views(() => '')).toHaveLength(1)
    await simulator.contact('573015550101').sendText(NUMBER, 'hola')
    await shop.until(
      '2',
      'decrypted',
      ({ session }) => session.status === 'online' && session.health.received === 1,
    )
  })

  it('does not come back by itself once it was removed and has expired, unless it is another', async () => {
    const source = join(shop.root, '2')
    await otherServersFolder(simulator, NUMBER, source)
    const before = await contents(source)
    const look = async () => {
      await shop.supervisor.check()
      await shop.supervisor.check()
    }
    await look()
    expect(await shop.supervisor.remove('2', '2')).toMatchObject({ ok: true })
    const settings = { snapshotMs: 86_400_000, cleanAfterMs: null, sessionPrefix: 'org' }
    await shop.supervisor.settle({ ...settings, quarantineMs: 0 })
    expect(await readdir(shop.root)).not.toContain('org_2')
    await look()
    await shop.end()
    await shop.start()
    await look()
    expect(shop.supervisor.find('2')).toBeNull()
    expect(await contents(source)).toEqual(before)

    // A folder that was not there a moment ago is another one.
    await rename(source, join(shop.root, '..', 'moved'))
    await look()
    await cp(join(shop.root, '..', 'moved'), source, { recursive: true })
    await look()
    expect(shop.supervisor.find('2')).not.toBeNull()
  })

  it('is left alone while it is still being copied', async () => {
    const source = join(shop.root, 'default')
    await otherServersFolder(simulator, NUMBER, join(shop.root, '..', 'elsewhere'))
    await mkdir(source)
    await cp(join(shop.root, '..', 'elsewhere', 'creds.json'), join(source, 'creds.json'))
    await shop.supervisor.check()
    await cp(join(shop.root, '..', 'elsewhere'), source, { recursive: true })
    await shop.supervisor.check()
    expect(shop.supervisor.find('default')).toBeNull()
    await shop.supervisor.check()
    expect(shop.view('default').session.status).toBe('stopped')
  })

  it('is left alone while it is still being copied when the program starts', async () => {
    const whole = join(shop.root, '..', 'elsewhere')
    await otherServersFolder(simulator, NUMBER, whole)
    await shop.end()
    const source = join(shop.root, 'default')
    await mkdir(source)
    for (const name of (await readdir(whole)).filter((each) => /^(creds|pre-key-[1-9])[.]/.test(each))) {
      await cp(join(whole, name), join(source, name))
    }
    await shop.start()
    expect(shop.supervisor.find('default')).toBeNull()
    await cp(whole, source, { recursive: true })
    await shop.supervisor.check()
    expect(shop.supervisor.find('default')).toBeNull()
    await shop.supervisor.check()
    expect(shop.view('default').session.status).toBe('stopped')
  })

  it.each([
    ['half a creds.json', '{"noiseKey":{"private"'],
    ['an empty creds.json', ''],
    ['credentials that were never linked', '{}'],
  ])('is refused with %s, said once, and never touched', async (_what, text) => {
    const source = join(shop.root, 'broken')
    await mkdir(source)
    await writeFile(join(source, 'creds.json'), text)
    await shop.supervisor.check()
    await shop.supervisor.check()
    await shop.supervisor.check()
    expect(shop.supervisor.notices).toEqual([{ code: 'import-refused', folder: 'broken' }])
    expect(await contents(source)).toEqual({ 'creds.json': text })
    expect(await readdir(shop.root)).toEqual(['broken'])
  })

  it.skipIf(!canMount)(
    'is refused, and hides no other, also where what was begun cannot be removed',
    async () => {
      for (const folder of ['broken', 'other', 'org_broken.new']) await mkdir(join(shop.root, folder))
      await writeFile(join(shop.root, 'broken', 'creds.json'), '{"half":')
      await writeFile(join(shop.root, 'other', 'organization.json'), 'half of it')
      const held = SmallDisk.mountAt(join(shop.root, 'org_broken.new'))
      try {
        await shop.supervisor.check()
        await shop.supervisor.check()
        expect(shop.supervisor.notices).toEqual([
          { code: 'import-refused', folder: 'broken' },
          { code: 'folder-unreadable', folder: 'other' },
        ])
      } finally {
        held.unmount()
      }
    },
  )
})

describe('a folder of Enlace’s', () => {
  async function linked(): Promise<void> {
    await shop.add('Óptica', 'shop-1')
    await shop.link('shop-1', (qr) => simulator.phone(NUMBER).scan(qr))
  }

  it('that vanishes is reported and not made again; when it is back it runs again', async () => {
    await linked()
    const folder = join(shop.root, 'org_shop1')
    const aside = join(shop.root, '..', 'aside')
    await shop.end()
    await shop.start()
    await shop.untilStatus('shop-1', 'online')
    await rename(folder, aside)
    await shop.supervisor.check()
    expect(await shop.untilStatus('shop-1', 'attention')).toMatchObject({ cause: { code: 'folder-missing' } })
    shop.tell('shop-1', 'retry')
    await shop.untilStatus('shop-1', 'attention')
    expect(await readdir(shop.root)).toEqual([])

    await rename(aside, folder)
    await shop.supervisor.check()
    await shop.untilStatus('shop-1', 'online')
  })

  it('that is restored from a backup comes back online by itself', async () => {
    await linked()
    await shop.end()
    const backup = join(shop.root, '..', 'backup')
    await rename(join(shop.root, 'org_shop1'), backup)
    await shop.start()
    expect(shop.supervisor.find('shop-1')).toBeNull()
    await rename(backup, join(shop.root, 'org_shop1'))
    await shop.supervisor.check()
    await shop.supervisor.check()
    await shop.untilStatus('shop-1', 'online')
  })

  it('that another computer has sealed is known as such, and never touched', async () => {
    await linked()
    await shop.end()
    const otherComputer = await Shop.open(simulator.url)
    const copy = join(otherComputer.root, 'org_shop1')
    await cp(join(shop.root, 'org_shop1'), copy, { recursive: true })
    const before = await readFile(join(copy, 'organization.json'), 'utf8')
    await otherComputer.supervisor.check()
    await otherComputer.supervisor.check()
    const state = await otherComputer.untilStatus('shop-1', 'attention')
    expect(state).toMatchObject({ cause: { code: 'foreign-store' }, primary: null })
    expect(state.allowed).not.toContain('clear')
    expect(await readFile(join(copy, 'organization.json'), 'utf8')).toBe(before)
    await otherComputer.remove()
  })

  it('that another computer has sealed is known as such also where it was stopped there and is connected here', async () => {
    await linked()
    shop.tell('shop-1', 'stop')
    await shop.untilStatus('shop-1', 'stopped')
    await shop.end()
    const otherComputer = await Shop.open(simulator.url)
    await cp(join(shop.root, 'org_shop1'), join(otherComputer.root, 'org_shop1'), { recursive: true })
    await otherComputer.supervisor.check()
    await otherComputer.supervisor.check()
    otherComputer.tell('shop-1', 'connect')
    for (let start = 0; start < 2; start += 1) {
      const state = await otherComputer.untilStatus('shop-1', 'attention')
      expect(state).toMatchObject({ cause: { code: 'foreign-store' }, primary: null })
      await otherComputer.end()
      await otherComputer.start()
    }
    await otherComputer.remove()
  })

  it('of another installation that opens here waits, and once it is connected comes back by itself', async () => {
    await linked()
    await shop.end()
    const file = join(shop.root, 'org_shop1', 'organization.json')
    const elsewhere = (await readFile(file, 'utf8')).replace(shop.installation, 'another-installation')
    await writeFile(file, elsewhere)
    await shop.start()
    expect(await shop.untilStatus('shop-1', 'stopped')).toMatchObject({ elsewhere: true })
    shop.tell('shop-1', 'connect')
    await shop.untilStatus('shop-1', 'online')
    await shop.end()
    await shop.start()
    await shop.untilStatus('shop-1', 'online')
  })

  it('that is a copy of another is shown, and only the original runs', async () => {
    await linked()
    shop.tell('shop-1', 'stop')
    await shop.untilStatus('shop-1', 'stopped')
    await cp(join(shop.root, 'org_shop1'), join(shop.root, 'org_copy'), { recursive: true })
    shop.tell('shop-1', 'connect')
    await shop.untilStatus('shop-1', 'online')
    await shop.supervisor.check()
    await shop.supervisor.check()
    expect(shop.supervisor.notices).toEqual([
      { code: 'duplicate-identity', folder: 'org_copy', name: 'Óptica' },
    ])
    expect(shop.supervisor.views(() => '')).toHaveLength(1)
    expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  })

  it('is found by its id, its session name, in any case, and keeps both when it is renamed', async () => {
    await linked()
    for (const known of ['shop-1', 'SHOP-1', 'org_shop1', 'ORG_SHOP1']) {
      expect(shop.supervisor.find(known)?.record.id).toBe('shop-1')
    }
    expect(shop.supervisor.find('shop')).toBeNull()
    expect(await shop.supervisor.rename('shop-1', '  Óptica   Nueva ')).toEqual({ ok: true, value: null })
    expect(await shop.supervisor.rename('shop-1', ' ')).toMatchObject({ error: { code: 'name-empty' } })
    await shop.end()
    await shop.start()
    expect(shop.view('shop-1')).toMatchObject({ name: 'Óptica Nueva', sessionName: 'org_shop1' })
  })
})
