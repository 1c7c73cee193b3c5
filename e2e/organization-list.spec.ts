import type { Page } from 'playwright'
import { countRowRenders, rowRenders } from './support/row-renders.ts'
import { expect, test } from './support/fixtures.ts'
import { prepareOrganizations } from './support/prepared.ts'

const REPLACED = { code: 'replaced', detail: 440 } as const
const SHOPS = ['Óptica Océano', 'Panadería La Espiga', 'Ferretería El Tornillo', 'Veterinaria Huellas']

/** Twelve shops, of which the second, the sixth and the tenth wait for a person. */
function twelve() {
  return Array.from({ length: 12 }, (_, at) => ({
    name: `${SHOPS[at % 4]} ${at + 1}`,
    lastNumber: `5730079152${String(at).padStart(2, '0')}`,
    heldBy: at % 4 === 1 ? REPLACED : null,
  }))
}

function rows(page: Page) {
  return page.getByTestId('organization-item')
}

test('the summary narrows the list to who needs a person, and leads back', async ({ folder, launch }) => {
  await prepareOrganizations(folder, twelve())
  const { page } = await launch()
  await rows(page).nth(2).click()
  const summary = page.getByTestId('summary')
  await expect(summary).toHaveText(/0 conectadas.*3 necesitan atención/)
  await expect(summary).toHaveAttribute('aria-pressed', 'false')

  await summary.click()
  await expect(summary).toHaveAttribute('aria-pressed', 'true')
  await expect(rows(page)).toHaveCount(3)
  await expect(page.getByTestId('trouble-only')).toContainText('3 de 12')
  // Whom one was looking at stays in view; the keyboard enters at the first row there is.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferretería El Tornillo 3')
  await expect(rows(page).first()).toHaveAttribute('tabindex', '0')

  await page.getByTestId('show-all').click()
  await expect(rows(page)).toHaveCount(12)
  await expect(summary).toHaveAttribute('aria-pressed', 'false')
  await expect(rows(page).nth(2)).toHaveAttribute('aria-current', 'true')
})

test('the search finds by name, number and session name, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  await prepareOrganizations(folder, twelve())
  const { page } = await launch()
  const search = page.getByTestId('search')
  await expect(rows(page)).toHaveCount(12)

  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('optica')
  await expect(rows(page)).toHaveCount(3)
  await expect(page.getByTestId('found')).toHaveText('3 organizaciones encontradas')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rows(page)).toHaveCount(12)

  await rows(page).first().focus()
  await page.keyboard.press('Control+f')
  await expect(search).toBeFocused()
  await page.keyboard.type('152 07')
  await expect(rows(page)).toHaveText(/Veterinaria Huellas 8/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Veterinaria Huellas 8')

  await search.fill('org_prepared-0004')
  await expect(rows(page)).toHaveText(/Óptica Océano 5/)
  await page.keyboard.press('ArrowDown')
  await expect(rows(page)).toBeFocused()

  await search.fill('zapatería')
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByTestId('none-found')).toContainText('zapatería')
  await page.getByTestId('clear-search').click()
  await expect(rows(page)).toHaveCount(12)
})

test('fewer than ten are not searched, and a dialog keeps its keys', async ({ folder, launch }) => {
  await prepareOrganizations(folder, twelve().slice(0, 9))
  const { page } = await launch()
  await expect(rows(page)).toHaveCount(9)
  await expect(page.getByTestId('search')).toHaveCount(0)
  await page.getByTestId('add-organization').click()
  await page.getByTestId('organization-name').fill('La décima')
  await page.keyboard.press('/')
  await expect(page.getByTestId('organization-name')).toHaveValue('La décima/')
  await page.getByTestId('create-organization').click()
  await expect(page.getByTestId('search')).toBeVisible()
})

test('of two hundred, only the one that changes is drawn again, and the new one comes into view', async ({
  folder,
  launch,
}) => {
  const many = Array.from({ length: 200 }, (_, at) => ({ name: `Tienda ${at}` }))
  await prepareOrganizations(folder, many)
  const enlace = await launch()
  const { page } = enlace
  await countRowRenders(page)
  await expect(rows(page)).toHaveCount(200)

  await rowRenders(page)
  await page.evaluate(() =>
    window.enlace.call('renameOrganization', { organizationId: 'prepared-0100', name: 'Otro nombre' }),
  )
  await expect(rows(page).nth(100)).toContainText('Otro nombre')
  expect(await rowRenders(page)).toEqual(['prepared-0100'])

  await rows(page).nth(3).click()
  await expect(rows(page).nth(3)).toHaveAttribute('aria-current', 'true')
  expect((await rowRenders(page)).toSorted()).toEqual(['prepared-0000', 'prepared-0003'])

  // Scrolling draws none; how smooth it is says the benchmark.
  await rows(page).last().scrollIntoViewIfNeeded()
  await expect(rows(page).last()).toBeInViewport()
  expect(await rowRenders(page)).toEqual([])

  await enlace.addOrganization('La última')
  await expect(rows(page).nth(200)).toBeInViewport()
})
