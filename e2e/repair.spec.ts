import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import type { Enlace } from './support/enlace.ts'
import type { Simulator } from '../src/simulator/server.ts'
import { inMain } from './support/in-main.ts'

const NUMBER = '573007915262'

async function linked(enlace: Enlace, simulator: Simulator): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

test('a damaged store comes back from its copy in two clicks and without a scan', async ({
  folder,
  simulator,
  launch,
}) => {
  let enlace = await launch()
  await linked(enlace, simulator)
  const [sessionName = ''] = await readdir(join(folder, 'organizations'))
  const generation = join(folder, 'organizations', sessionName, 'g1')
  await expect
    .poll(() => readdir(join(generation, 'snapshots')).catch(() => []))
    .toContainEqual(expect.stringMatching(/^[0-9]{6}-[0-9]{13}[.]db$/))
  await enlace.kill()
  const store = join(generation, 'auth.db')
  await writeFile(store, (await readFile(store)).fill(0, 4096))

  enlace = await launch()
  await enlace.expectStatus('attention', 'damaged-store')
  await expect(enlace.page.getByTestId('support-code').first()).toHaveText('R-12')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('report')).toBeVisible()
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
})

test('the steps of a repair say what they did', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, simulator)
  await page.getByTestId('stop-session').click()
  await enlace.expectStatus('stopped')
  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  await simulator.flood(NUMBER, { senders: 4, each: 3 })
  await expect(page.getByTestId('warning')).toHaveAttribute('data-warning', 'decrypt-failures')
  await page.getByTestId('more-options').click()
  await expect(page.getByTestId('repair')).toBeVisible()
  await page.getByTestId('repair-renew').click()
  await enlace.expectStatus('online')
  await expect(page.getByTestId('report')).toBeVisible()
})

test('removing asks for the name, and can be taken back', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, simulator)
  await page.getByTestId('more-organization').click()
  await page.getByTestId('remove-organization').click()
  await page.getByTestId('typed-name').fill('optica')
  await page.getByTestId('confirm-remove').click()
  await expect(page.getByTestId('typed-name')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('typed-name').fill('Óptica Océano')
  await page.getByTestId('confirm-remove').click()
  await expect(page.getByTestId('organization-item')).toHaveCount(0)

  await page.getByTestId('preferences').click()
  await page.getByTestId('preferences-keeping').click()
  await page.getByTestId('restore-organization').click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('organization-item')).toHaveCount(1)
  await enlace.expectStatus('stopped')
  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
})

test('the link from before a clear is offered to be retired', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, simulator)
  await page.getByTestId('stop-session').click()
  await enlace.expectStatus('stopped')
  await page.getByTestId('more-options').click()
  await page.getByTestId('clear-session').click()
  await page.getByTestId('confirm-clear').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await page.getByTestId('retire-previous').click()
  await page.getByTestId('confirm-retire').click()
  await expect(page.getByTestId('retire-previous')).toHaveCount(0)
  await enlace.expectStatus('online')
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
})

test('a session goes to another server and comes back', async ({ folder, elsewhere, simulator, launch }) => {
  const enlace = await launch()
  const { app, page } = enlace
  await linked(enlace, simulator)
  // The system's own dialog cannot be driven; everything behind it is real.
  const choose = (chosen: string) =>
    inMain(
      app,
      ({ dialog }, target) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [target] })
      },
      chosen,
    )
  await page.getByTestId('more-organization').click()
  await page.getByTestId('export-session').click()
  await choose(folder)
  await page.getByTestId('confirm-export').click()
  await expect(page.getByText('Esa carpeta es de Enlace')).toBeVisible()
  // A place that cannot be had has not stopped the session.
  await enlace.expectStatus('online')

  await choose(elsewhere)
  await page.getByTestId('confirm-export').click()
  const sessionName =
    (await readdir(join(folder, 'organizations'))).find((name) => name.startsWith('org_')) ?? ''
  await expect.poll(() => readdir(join(elsewhere, sessionName)).catch(() => [])).toContain('creds.json')
  await page.keyboard.press('Escape')

  const imported = await page.evaluate(
    (source) => window.enlace.call('importSession', { folder: source }),
    join(elsewhere, sessionName),
  )
  expect(imported).toMatchObject({ ok: true })
  await expect(page.getByTestId('organization-item')).toHaveCount(2)
})
