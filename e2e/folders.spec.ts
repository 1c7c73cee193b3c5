import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { otherServersFolder } from '../src/adapters/test-support/other-server.ts'
import { expect, test } from './support/fixtures.ts'
import { violations } from './support/axe.ts'
import type { Enlace } from './support/enlace.ts'

const NUMBER = '573007915262'

async function linked(enlace: Enlace, scan: (qr: string) => Promise<void>): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

test('folders that come, go and cannot be read are told, while the window is open', async ({
  folder,
  simulator,
  launch,
}) => {
  await writeFile(
    join(folder, 'preferences.json'),
    JSON.stringify({ window: { width: 1180, height: 760 }, checkInterval: 15 }),
  )
  // Two looks, 15 s apart, are what it takes to know that a folder has stopped changing.
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  const root = join(folder, 'organizations')
  const sessionName = await page.getByText(/^org_[0-9a-f]{20}$/).textContent()

  // Without the backup and the record that may be under way: they have another name a moment later.
  await cp(join(root, String(sessionName)), join(root, 'org_copia'), {
    recursive: true,
    filter: (source) => !/(snapshots|[.]new)$/.test(source),
  })
  await mkdir(join(root, '7'))
  await writeFile(join(root, '7', 'creds.json'), '{"half":')
  await expect(page.getByText('org_copia')).toBeVisible()
  await expect(page.getByTestId('organization-item')).toHaveCount(1)

  await rename(join(root, String(sessionName)), join(folder, 'aside'))
  await expect(page.getByTestId('status')).toHaveAttribute('data-cause', 'folder-missing')
  await rename(join(folder, 'aside'), join(root, String(sessionName)))
  await expect(page.getByTestId('status')).toHaveAttribute('data-status', 'online')
})

test('the folder a session came from is offered for deletion, and goes when the person says so', async ({
  folder,
  simulator,
  launch,
}) => {
  const source = join(folder, 'servidor-anterior')
  await otherServersFolder(simulator, NUMBER, source)
  await writeFile(join(source, 'notas.txt'), 'de la tienda')
  let enlace = await launch()
  // The system's own dialog cannot be driven; everything behind it is real.
  await enlace.page.evaluate((path) => window.enlace.call('importSession', { folder: path }), source)
  await enlace.expectStatus('stopped')
  await expect(enlace.page.getByTestId('source')).toHaveCount(0)
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('source')).toBeVisible()

  await enlace.page.getByTestId('keep-source').click()
  await expect(enlace.page.getByTestId('source')).toHaveCount(0)
  await enlace.close()
  enlace = await launch()
  await enlace.expectStatus('online')
  const { page } = enlace
  // Under the menu as soon as the folder has been looked at, and no longer beside the session.
  await page.getByTestId('more-organization').click()
  await page.getByTestId('delete-kept-source').click()
  await expect(page.getByTestId('source-folder')).toHaveText(source)
  await expect(page.getByTestId('source')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await page.getByTestId('confirm-delete-source').click()
  await expect(page.getByTestId('source-result')).toContainText('notas.txt')
  expect(await readdir(source)).toEqual(['notas.txt'])
  await expect(page.getByRole('button', { name: 'Cerrar' }).last()).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByTestId('more-organization').click()
  await expect(page.getByTestId('delete-kept-source')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await enlace.expectStatus('online')
})
