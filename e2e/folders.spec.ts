import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
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
  test.setTimeout(120_000)
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
  await expect(page.getByText('org_copia')).toBeVisible({ timeout: 50_000 })
  await expect(page.getByTestId('organization-item')).toHaveCount(1)

  await rename(join(root, String(sessionName)), join(folder, 'aside'))
  await expect(page.getByTestId('status')).toHaveAttribute('data-cause', 'folder-missing', {
    timeout: 30_000,
  })
  await rename(join(folder, 'aside'), join(root, String(sessionName)))
  await expect(page.getByTestId('status')).toHaveAttribute('data-status', 'online', { timeout: 30_000 })
})
