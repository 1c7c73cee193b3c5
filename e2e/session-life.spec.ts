import { expect, test } from './support/fixtures.ts'
import type { Enlace } from './support/enlace.ts'

const NUMBER = '573007915262'
const OTHER = '573126809496'

async function linked(enlace: Enlace, scan: (qr: string) => Promise<void>): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

test('linking by phone number, with a code in two groups of four', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('link-by-phone').click()
  await page.getByTestId('phone-number').fill('12')
  await page.getByTestId('request-code').click()
  await expect(page.getByTestId('phone-number')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('phone-number').fill('+57 300 791 5262')
  await page.getByTestId('request-code').click()
  await expect(page.getByTestId('phone-code')).toHaveText(/^[1-9A-Z]{4} [1-9A-Z]{4}$/)
  const code = await page.getByTestId('phone-code').textContent()
  await simulator.phone(NUMBER).enterPairingCode(code?.replace(' ', '') ?? '')
  await enlace.expectStatus('online')
  await expect(page.getByTestId('linked-number')).toHaveText('+57 300 791 5262')
})

test('changing the number, and holding one that nobody expected', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))

  await page.getByTestId('change-number').click()
  await page.getByTestId('confirm-change-number').click()
  await simulator.phone(OTHER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await expect(page.getByTestId('linked-number')).toHaveText('+57 312 680 9496')
  await expect(page.getByText('+57 300 791 5262')).toBeVisible()
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(0)

  await page.getByTestId('log-out').click()
  await page.getByTestId('confirm-log-out').click()
  await enlace.expectStatus('unlinked')
  await page.getByTestId('primary-action').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('attention', 'wrong-number')
  await expect(page.getByTestId('support-code').first()).toHaveText('R-51')
  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  await expect(page.getByTestId('linked-number')).toHaveText('+57 300 791 5262')
})

test('testing the connection says first that a message will appear', async ({ simulator, launch }) => {
  const enlace = await launch()
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await enlace.page.getByRole('button', { name: 'Probar la conexión' }).click()
  await expect(enlace.page.getByRole('dialog')).toContainText('mensaje')
  await enlace.page.getByTestId('confirm-test').click()
  const result = enlace.page.getByTestId('test-result')
  await expect(result).toHaveAttribute('data-link', 'good')
  await expect(result).toHaveAttribute('data-phone', 'alive')
  expect(simulator.phone(NUMBER).received()).toHaveLength(1)
})

test('renaming keeps the session; preferences are kept', async ({ simulator, launch }) => {
  let enlace = await launch()
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await enlace.page.getByTestId('more-organization').click()
  await enlace.page.getByTestId('rename-organization').click()
  await enlace.page.getByTestId('organization-name').fill('Óptica Nueva')
  await enlace.page.getByTestId('confirm-rename').click()
  await expect(enlace.page.getByTestId('organization-item')).toContainText('Óptica Nueva')
  await enlace.expectStatus('online')

  await enlace.page.getByTestId('preferences').click()
  await enlace.page.getByTestId('check-interval-15').click()
  await enlace.close()
  enlace = await launch()
  await expect(enlace.page.getByTestId('organization-item')).toContainText('Óptica Nueva')
  await enlace.page.getByTestId('preferences').click()
  await expect(enlace.page.getByTestId('check-interval-15')).toBeChecked()
})
