import { readdir } from 'node:fs/promises'
import { expect, test } from './support/fixtures.ts'

test('practice mode: scan, a fault, healing, and the same session after a restart', async ({
  folder,
  launch,
}) => {
  let enlace = await launch({ args: ['--practice'] })
  await expect(enlace.page.getByTestId('practice-badge')).toBeVisible()
  await enlace.addOrganization('Tienda de práctica')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('scan')
  await enlace.page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')

  await enlace.page.getByTestId('practice-fault-opened-elsewhere').click()
  await enlace.expectStatus('attention', 'replaced')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')

  await enlace.page.getByTestId('practice-fault-outage').click()
  await enlace.expectStatus('reconnecting')
  await enlace.page.getByTestId('practice-heal').click()
  await enlace.page.getByTestId('retry-now').click()
  await enlace.expectStatus('online')

  await enlace.close()
  enlace = await launch({ args: ['--practice'] })
  await enlace.expectStatus('online')

  // Nothing of it is where the real sessions are.
  expect(await readdir(folder)).not.toContain('organizations')
})
