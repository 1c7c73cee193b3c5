import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './support/fixtures.ts'

const NUMBER = '573007915262'
const SHOWN_NUMBER = '+57 300 791 5262'

test('from nothing to connected, through a kill and a damaged store, with one session name', async ({
  folder,
  simulator,
  launch,
}) => {
  const phone = simulator.phone(NUMBER, { name: 'Óptica Océano' })
  let enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.expectStatus('unlinked')
  await enlace.page.getByTestId('primary-action').click()

  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('linked-number')).toHaveText(SHOWN_NUMBER)
  const [sessionName] = await readdir(join(folder, 'organizations'))
  expect(sessionName).toMatch(/^org_[0-9a-f]{20}$/)

  await enlace.kill()
  enlace = await launch()
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('linked-number')).toHaveText(SHOWN_NUMBER)
  expect(phone.linkedDevices()).toHaveLength(1)

  await enlace.kill()
  const store = join(folder, 'organizations', String(sessionName), 'g1', 'auth.db')
  const bytes = await readFile(store)
  await writeFile(store, bytes.fill(0, 4096, bytes.length - 4096))
  await rm(join(dirname(store), 'snapshots'), { recursive: true, force: true })
  enlace = await launch()
  await enlace.expectStatus('attention', 'damaged-store')
  await expect(enlace.page.getByTestId('support-code').first()).toHaveText('R-12')

  await enlace.page.getByTestId('primary-action').click()
  await expect(enlace.page.getByTestId('confirm-clear')).toBeVisible()
  await enlace.page.getByTestId('confirm-clear').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('linked-number')).toHaveText(SHOWN_NUMBER)

  expect(await readdir(join(folder, 'organizations'))).toEqual([sessionName])
  expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
})

test('one socket however often and fast things are clicked', async ({ simulator, launch }) => {
  const phone = simulator.phone(NUMBER)
  const enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click({ clickCount: 5 })
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')

  for (let round = 0; round < 5; round += 1) {
    await enlace.page.getByTestId('stop-session').click({ clickCount: 3 })
    await enlace.expectStatus('stopped')
    await enlace.page.getByTestId('primary-action').click({ clickCount: 3 })
    await enlace.expectStatus('online')
  }
  expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  expect(simulator.connections.live()).toHaveLength(1)
})

test('log out, and the same session links again', async ({ folder, simulator, launch }) => {
  const phone = simulator.phone(NUMBER)
  const enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  const before = await readdir(join(folder, 'organizations'))

  await enlace.logOut()
  expect(phone.linkedDevices()).toHaveLength(0)

  await enlace.page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  expect(await readdir(join(folder, 'organizations'))).toEqual(before)
})

test('a clear can be undone, also after a restart', async ({ simulator, launch }) => {
  const phone = simulator.phone(NUMBER)
  let enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await enlace.page.getByTestId('stop-session').click()
  await enlace.expectStatus('stopped')

  await enlace.page.getByTestId('more-options').click()
  await enlace.page.getByTestId('clear-session').click()
  await enlace.page.getByTestId('confirm-clear').click()
  await enlace.expectStatus('scan')
  await expect(enlace.page.getByTestId('undo-clear')).toBeVisible()

  await enlace.close()
  enlace = await launch()
  await enlace.expectStatus('unlinked')
  await enlace.page.getByTestId('undo-clear').click()
  await enlace.expectStatus('online')
  expect(phone.linkedDevices()).toHaveLength(1)
})

test('a drop heals by itself, and what needs a person says what to press', async ({ simulator, launch }) => {
  const phone = simulator.phone(NUMBER)
  const enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')

  await simulator.pause()
  await enlace.expectStatus('reconnecting', 'network')
  // While nobody answers: once WhatsApp does, Enlace may be back before anybody can press.
  await enlace.page.getByTestId('retry-now').click()
  await enlace.expectStatus('reconnecting', 'network')
  await simulator.resume()
  await enlace.expectStatus('online')

  simulator.device(NUMBER).conflict()
  await enlace.expectStatus('attention', 'replaced')
  await expect(enlace.page.getByTestId('support-code').first()).toHaveText('R-23')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')

  phone.device().unlink()
  await enlace.expectStatus('attention', 'unlinked-from-phone')
  await enlace.page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
})
