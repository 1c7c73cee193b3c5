import { readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Simulator } from '../src/simulator/server.ts'
import { violationsInBoth } from './support/axe.ts'
import type { Enlace } from './support/enlace.ts'
import { expect, test } from './support/fixtures.ts'

const NUMBER = '573007915262'

/** Linked, and then opened elsewhere: R-23, also on disk. */
async function inTrouble(enlace: Enlace, simulator: Simulator, folder: string): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
  simulator.device(NUMBER).conflict()
  await enlace.expectStatus('attention', 'replaced')
  await expect.poll(async () => (await recordIn(folder)).text).toContain('"replaced"')
}

/** The one organization's record as the disk has it. */
async function recordIn(folder: string): Promise<{ path: string; text: string; generation: unknown }> {
  const [sessionName = ''] = await readdir(join(folder, 'organizations'))
  const path = join(folder, 'organizations', sessionName, 'organization.json')
  const text = await readFile(path, 'utf8')
  const record: unknown = JSON.parse(text)
  return { path, text, generation: Reflect.get(Object(record), 'generation') }
}

test('two clicks and a scan, the same numbers and the support code all the way', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await inTrouble(enlace, simulator, folder)
  const guide = page.getByTestId('guided-reset')
  const code = page.getByTestId('support-code')
  const step = (name: string) => page.locator(`[data-testid="reset-step"][data-step="${name}"]`)

  await page.getByTestId('clear-session').click()
  await expect(guide).toHaveAttribute('data-stage', 'asking')
  await expect(code).toHaveText('R-23')
  await expect(guide.getByRole('heading', { level: 2 })).toBeFocused()
  for (const words of ['Tenga el teléfono en la mano', 'Se conserva', 'Se pierde', '7 días']) {
    await expect(guide.getByText(words)).toBeVisible()
  }
  expect((await recordIn(folder)).generation).toBe(1)

  // However fast and often it is clicked, it is one clear.
  await page.getByTestId('confirm-clear').click({ clickCount: 3 })
  await expect(step('clear')).toHaveAttribute('data-progress', 'done')
  await expect(step('scan')).toHaveAttribute('data-progress', 'current')
  await enlace.expectStatus('scan')
  await expect(code).toHaveText('R-23')
  await expect(page.getByTestId('undo-clear')).toBeVisible()
  const box = await page.getByTestId('qr').boundingBox()
  expect(box?.width).toBeGreaterThanOrEqual(320)

  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await expect(guide).toHaveAttribute('data-stage', 'done')
  await expect(page.locator('[data-testid="reset-step"][data-progress="done"]')).toHaveCount(4)
  await expect(code).toHaveCount(0)
  expect((await recordIn(folder)).generation).toBe(2)

  await page.getByTestId('reset-done').click()
  await expect(guide).toHaveCount(0)
  await expect(page.getByTestId('linked-number')).toBeVisible()
  await expect(page.getByTestId('undo-clear')).toBeVisible()
  expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
})

test('until the second click it can be left, and nothing has happened', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await inTrouble(enlace, simulator, folder)
  const before = await recordIn(folder)
  for (const leave of [() => page.keyboard.press('Escape'), () => page.getByTestId('cancel-clear').click()]) {
    await page.getByTestId('clear-session').click()
    await expect(page.getByTestId('guided-reset')).toBeVisible()
    // The focus is on the headline: neither key presses anything.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await expect(page.getByTestId('confirm-clear')).toBeEnabled()
    await leave()
    await expect(page.getByTestId('guided-reset')).toHaveCount(0)
    await enlace.expectStatus('attention', 'replaced')
  }
  expect((await recordIn(folder)).text).toBe(before.text)
})

test('where the disk refuses, nothing was cleared, it says so with its code, and the same button goes on', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await inTrouble(enlace, simulator, folder)
  const before = await recordIn(folder)
  // A link in a circle: nobody can get into the folder.
  const there = dirname(before.path)
  const away = join(folder, 'away')
  await rename(there, away)
  await symlink(there, there)

  await page.getByTestId('clear-session').click()
  await page.getByTestId('confirm-clear').click()
  await expect(page.getByTestId('reset-obstacle')).toContainText('No se limpió nada')
  await enlace.expectStatus('unavailable', 'io-error')
  await expect(page.getByTestId('support-code')).toHaveText('R-63')
  expect(await readFile(join(away, basename(before.path)), 'utf8')).toBe(before.text)
  await expect(page.getByTestId('confirm-clear')).toBeEnabled()

  await rm(there)
  await rename(away, there)
  await page.getByTestId('confirm-clear').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await expect(page.getByTestId('guided-reset')).toHaveAttribute('data-stage', 'done')
})

test('none of its stages has an accessibility violation', async ({ folder, simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await inTrouble(enlace, simulator, folder)
  await page.getByTestId('clear-session').click()
  await expect(page.getByTestId('confirm-clear')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByTestId('confirm-clear').click()
  const code = await enlace.readQr()
  expect(await violationsInBoth(page)).toEqual([])
  await simulator.phone(NUMBER).scan(code)
  await expect(page.getByTestId('reset-done')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
})

test('it stays while another organization is looked at, and given up it says how to go back', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await inTrouble(enlace, simulator, folder)
  await page.getByTestId('clear-session').click()
  await page.getByTestId('confirm-clear').click()
  await enlace.expectStatus('scan')
  await enlace.addOrganization('Panadería')
  await expect(page.getByTestId('guided-reset')).toHaveCount(0)
  await page.getByTestId('organization-item').filter({ hasText: 'Óptica' }).click()
  await expect(page.getByTestId('guided-reset')).toHaveAttribute('data-stage', 'running')

  await page.getByRole('button', { name: 'Cancelar' }).click()
  await enlace.expectStatus('unlinked')
  await expect(page.getByTestId('guided-reset')).toHaveCount(0)
  await page.getByTestId('undo-clear').click()
  await enlace.expectStatus('online')
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(1)
})
