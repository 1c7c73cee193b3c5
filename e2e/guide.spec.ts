import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { provoke } from './support/causes.ts'
import { expect, test } from './support/fixtures.ts'
import { detach } from './support/unanswered.ts'

test('the guide opens at the page of the code on screen, and stays when the fault is over', async ({
  stage,
}) => {
  const mend = await provoke(stage, 'network')
  const { page } = stage.enlace
  await page.getByTestId('guide-code').click()
  const guide = page.getByTestId('guide-sheet')
  await expect(guide).toContainText('R-31')
  await expect(guide).toContainText('Reintentar ahora')

  await mend?.()
  await expect(page.locator('[data-testid="status"][data-status="online"]')).toBeAttached()
  await expect(guide).toContainText('R-31')
  await page.keyboard.press('Escape')
  await expect(guide).toHaveCount(0)
  await stage.enlace.expectStatus('online')
})

test('any code can be looked up without a fault, by keyboard, and leads on to the next', async ({
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('guide').focus()
  await page.keyboard.press('Enter')
  const guide = page.getByTestId('guide-sheet')
  await page.getByTestId('guide-R-32').press('Enter')
  await expect(guide.getByTestId('support-code')).toHaveText('R-32')
  await guide.getByRole('button', { name: 'R-31' }).press('Enter')
  await expect(guide.getByTestId('support-code')).toHaveText('R-31')
  await page.getByTestId('guide-start').press('Enter')
  await expect(guide).toContainText('Qué se conserva y qué se pierde al limpiar')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('guide')).toBeFocused()
})

test('the guide speaks the language of the window', async ({ launch }) => {
  const enlace = await launch({ language: 'pt' })
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('guide').click()
  await enlace.page.getByTestId('guide-R-12').click()
  await expect(enlace.page.getByTestId('guide-sheet')).toContainText('Restaurar a cópia')
})

test('whoever sees nothing else can open the guide: at the start, and where nothing runs', async ({
  folder,
  launch,
}) => {
  const empty = await launch()
  await empty.page.getByTestId('guide').press('Enter')
  await expect(empty.page.getByTestId('guide-sheet')).toContainText('Reglas al teléfono')
  await empty.close()

  const inTheWay = join(folder, 'a-file')
  await writeFile(inTheWay, '')
  const blocked = await launch({ args: [`--user-data-dir=${join(inTheWay, 'below')}`] })
  const { page } = blocked
  const lookUp = async (title: string) => {
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByTestId('guide').press('Enter')
    await expect(page.getByTestId('guide-sheet')).toContainText(title)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('guide')).toBeFocused()
  }
  await lookUp('Enlace no puede guardar en su carpeta')
  await detach(blocked)
  await lookUp('La ventana no pudo hablar con Enlace')
})
