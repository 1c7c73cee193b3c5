import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Enlace } from './support/enlace.ts'
import { expect, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'

const NUMBER = '573007915262'

async function linked(enlace: Enlace, scan: (qr: string) => Promise<void>): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

/** Without internet until it is seen, and back. */
async function outage(
  enlace: Enlace,
  simulator: { pause(): Promise<void>; resume(): Promise<void> },
): Promise<void> {
  await simulator.pause()
  await enlace.expectStatus('reconnecting')
  await simulator.resume()
  await enlace.expectStatus('online')
}

test('a link, an outage and a restart are in the strip and in the sentences', async ({
  simulator,
  launch,
}) => {
  let enlace = await launch()
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await outage(enlace, simulator)
  await enlace.close()
  enlace = await launch()
  await enlace.expectStatus('online')
  const { page } = enlace

  await page.getByTestId('activity').click()
  const view = page.getByTestId('activity-view')
  const events = view.getByTestId('event')
  await expect(events).toHaveCount(3)
  await expect(events.nth(0)).toContainText('Enlace estuvo cerrado')
  await expect(events.nth(1)).toContainText(/Reconectada a los \d+ s/)
  await expect(events.nth(2)).toContainText('Se vinculó el +57 300 791 5262')
  await expect(view.getByTestId('availability')).toContainText(/Conectada el \d/)
  await expect(view.getByTestId('availability')).toContainText('1 interrupción')

  // From before there was any history to now, with everything in between.
  const strip = view.getByTestId('strip')
  await expect(strip).toHaveAttribute('aria-valuetext', /Conectada$/)
  await strip.focus()
  await page.keyboard.press('Home')
  await expect(strip).toHaveAttribute('aria-valuetext', /Sin historia$/)
  const lights = await strip
    .locator('[data-light]')
    .evaluateAll((pieces) => pieces.map((piece) => piece.getAttribute('data-light')))
  expect(lights.join(' ')).toBe('unknown off working online working online closed online')

  await page.getByTestId('activity-range-30d').click()
  await expect(events).toHaveCount(3)

  // What happens while one looks is there without asking.
  simulator.phone(NUMBER).device().conflict()
  await expect(events.nth(0)).toContainText('Esta sesión se abrió en otro lugar. Sigue así.')
})

test('a crash is told apart from an orderly end', async ({ simulator, launch }) => {
  let enlace = await launch()
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await enlace.page.getByTestId('activity').click()
  await expect(enlace.page.getByTestId('event')).toHaveCount(1)
  await enlace.kill()
  enlace = await launch()
  await enlace.expectStatus('online')
  await enlace.page.getByTestId('activity').click()
  await expect(enlace.page.getByTestId('event').first()).toContainText('Enlace se cerró de golpe')
})

test('the technical log is behind a switch, is filtered and copied, and holds no secret', async ({
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { app, page } = enlace
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await page.getByTestId('activity').click()
  await expect(page.getByTestId('log-lines')).toHaveCount(0)
  await page.getByTestId('technical-log').click()
  const lines = page.getByTestId('log-lines')
  await expect(lines).toHaveValue(/ info phase .*to=online/)
  await expect(lines).not.toHaveValue(new RegExp(NUMBER))
  await page.getByTestId('log-filter').fill('to=scan')
  await expect(lines).toHaveValue(/^[^\n]* info phase from=connecting to=scan [^\n]*$/)
  await page.getByTestId('copy-log').click()
  await expect(page.getByTestId('copy-log')).toHaveText('Copiado')
  expect(await inMain(app, ({ clipboard }) => clipboard.readText())).toBe(await lines.inputValue())
  await page.getByTestId('log-level-warn').click()
  await expect(page.getByText('No hay líneas así.')).toBeVisible()
})

test('no history yet, and a history file that is none, are said and stop nothing', async ({
  folder,
  simulator,
  launch,
}) => {
  await writeFile(join(folder, 'activity.db'), 'not a database'.repeat(500))
  const enlace = await launch()
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('activity').click()
  await expect(page.getByTestId('activity-empty')).toContainText('Todavía no hay historia')
  await expect(page.getByTestId('activity-trouble')).toContainText('activity.damaged-1.db')
  expect(await readdir(folder)).toContain('activity.damaged-1.db')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('activity')).toBeFocused()

  await page.getByTestId('primary-action').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
})
