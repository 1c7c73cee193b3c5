import { violations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`the screens of the main job have no violations (${theme})`, async ({ simulator, launch }) => {
    const phone = simulator.phone('573007915262')
    const enlace = await launch()
    const { page } = enlace
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.getByTestId('add-organization')).toBeVisible()
    expect(await violations(page)).toEqual([])

    await page.getByTestId('add-organization').click()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')

    await enlace.addOrganization('Óptica Océano')
    await enlace.expectStatus('unlinked')
    expect(await violations(page)).toEqual([])

    await page.getByTestId('primary-action').click()
    await phone.scan(await enlace.readQr())
    await enlace.expectStatus('online')
    expect(await violations(page)).toEqual([])

    await page.getByTestId('activity').click()
    await page.getByTestId('technical-log').click()
    await expect(page.getByTestId('log-lines')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')

    phone.device().conflict()
    await enlace.expectStatus('attention')
    expect(await violations(page)).toEqual([])

    await page.getByTestId('clear-session').click()
    await expect(page.getByTestId('confirm-clear')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

test('the main job can be done with the keyboard alone', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await page.getByTestId('add-organization').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('organization-name')).toBeFocused()
  await page.keyboard.type('Óptica Océano')
  await page.keyboard.press('Enter')
  await enlace.expectStatus('unlinked')
  await page.getByTestId('primary-action').focus()
  await page.keyboard.press('Enter')
  await simulator.phone('573007915262').scan(await enlace.readQr())
  await enlace.expectStatus('online')
})
