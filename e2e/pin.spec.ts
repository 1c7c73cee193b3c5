import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { CommandName } from '../src/contract/commands.ts'
import type { Enlace } from './support/enlace.ts'
import { violations, violationsInBoth } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'

const NUMBER = '573007915262'
const PIN = '40718'
const WRONG = '1234'

async function openSecurity(page: Page): Promise<void> {
  await page.getByTestId('preferences').click()
  await page.getByTestId('preferences-security').click()
}

async function choosePin(page: Page, pin: string): Promise<void> {
  await page.getByTestId('choose-pin').click()
  await page.getByTestId('new-pin').fill(pin)
  await page.getByTestId('repeat-pin').fill(pin)
  await page.getByTestId('save-pin').click()
}

async function setPin(page: Page): Promise<void> {
  await openSecurity(page)
  await choosePin(page, PIN)
  await expect(page.getByTestId('pin-state')).toHaveAttribute('data-set', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Types a PIN and waits until main has answered: the question is gone, or asks again with an empty field. */
async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByTestId('pin').fill(pin)
  await page.keyboard.press('Enter')
  const typed = page.getByTestId('pin')
  await expect
    .poll(() =>
      typed.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join()),
    )
    .toBe('')
}

/** What main answers to a window that asks for itself. */
async function ask(page: Page, name: CommandName, input: object, pin?: string): Promise<string> {
  return page.evaluate(
    async ([command, content, typed]) => {
      const answer: unknown = await Reflect.apply(window.enlace.call, null, [command, content, typed])
      return (answer as { error?: { code: string } }).error?.code ?? 'done'
    },
    [name, input, pin] as const,
  )
}

async function linked(enlace: Enlace, scan: (qr: string) => Promise<void>): Promise<void> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

test('what ends a link asks for the PIN, and goes on by itself with the right one', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { app, page } = enlace
  let said = ''
  app.process().stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))

  await openSecurity(page)
  await page.getByTestId('choose-pin').click()
  await expect(page.getByTestId('new-pin')).toBeFocused()
  await page.keyboard.type('12a')
  await expect(page.getByTestId('new-pin')).toHaveValue('12')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('new-pin')).toHaveAccessibleDescription(/4 a 8/)
  await page.getByTestId('new-pin').fill(PIN)
  await page.getByTestId('repeat-pin').fill(WRONG)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('repeat-pin')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('repeat-pin').fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pin-state')).toHaveAttribute('data-set', 'true')
  await page.keyboard.press('Escape')

  await page.getByTestId('log-out').click()
  await page.getByTestId('confirm-log-out').click()
  const dialog = page.getByTestId('pin-dialog')
  await expect(dialog).toContainText('Cerrar sesión')
  await expect(page.getByTestId('pin')).toBeFocused()
  await page.keyboard.type(WRONG)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pin')).toHaveAccessibleDescription(/Quedan 4 intentos/)
  await expect(page.getByTestId('pin')).toBeFocused()
  await enlace.expectStatus('online')
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await enlace.expectStatus('unlinked')
  await expect(dialog).toHaveCount(0)
  expect(simulator.phone(NUMBER).linkedDevices()).toHaveLength(0)

  // It was good for that one time; and a right PIN wipes the count of the wrong ones.
  await page.getByTestId('more-organization').click()
  await page.getByTestId('remove-organization').click()
  await page.getByTestId('typed-name').fill('Óptica Océano')
  await page.getByTestId('confirm-remove').click()
  await expect(dialog).toContainText('Quitar organización')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('typed-name')).toHaveValue('Óptica Océano')
  await expect(page.getByRole('alert')).toContainText('PIN')
  await page.getByTestId('confirm-remove').click()
  await typePin(page, WRONG)
  await expect(page.getByTestId('pin')).toHaveAccessibleDescription(/Quedan 4 intentos/)
  await typePin(page, PIN)
  await expect(page.getByTestId('organization-item')).toHaveCount(0)

  const onDisk = await readFile(join(folder, 'pin.json'), 'utf8')
  for (const text of [onDisk, said, await readFile(join(folder, 'preferences.json'), 'utf8')]) {
    expect(text).not.toContain(PIN)
  }
})

test('main refuses by itself: a window that does not ask gains nothing', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await setPin(page)
  const { organizationId, preferences } = await page.evaluate(async () => {
    const attached = await window.enlace.call('attach', {})
    if (!attached.ok) throw new Error(attached.error.code)
    return {
      organizationId: attached.value.organizations[0]?.id ?? '',
      preferences: attached.value.settings.preferences,
    }
  })
  const fewerDays = { ...preferences, quarantineDays: 1 }
  const protected_: readonly (readonly [CommandName, object])[] = [
    ['commandSession', { organizationId, command: 'clear' }],
    ['commandSession', { organizationId, command: 'log-out' }],
    ['commandSession', { organizationId, command: 'change-number' }],
    ['commandSession', { organizationId, command: 'retire-previous' }],
    ['removeOrganization', { organizationId, typedName: 'Óptica Océano' }],
    ['exportSession', { organizationId }],
    ['deleteSource', { organizationId }],
    ['setPreferences', fewerDays],
    ['setPin', { pin: null }],
    ['setPin', { pin: '99999' }],
  ]
  for (const [name, input] of protected_) expect(await ask(page, name, input), name).toBe('pin-required')
  expect(await ask(page, 'setPin', { pin: null }, 'x')).toBe('invalid-input')
  expect(await ask(page, 'setPin', { pin: '12' }, PIN)).toBe('invalid-input')
  await enlace.expectStatus('online')

  // What mends or stops, and everything else, is free.
  expect(await ask(page, 'commandSession', { organizationId, command: 'stop' })).toBe('done')
  await enlace.expectStatus('stopped')
  expect(await ask(page, 'commandSession', { organizationId, command: 'clear' }, PIN)).toBe('done')
  await enlace.expectStatus('scan')
  await page.getByTestId('undo-clear').click()
  await enlace.expectStatus('online')
  expect(await ask(page, 'setPreferences', { ...preferences, quarantineDays: 30 })).toBe('done')
})

test('whoever guesses waits, also after a restart', async ({ folder, simulator, launch }) => {
  let enlace = await launch()
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await setPin(enlace.page)
  await enlace.page.getByTestId('log-out').click()
  await enlace.page.getByTestId('confirm-log-out').click()
  for (const left of [4, 3, 2, 1]) {
    await typePin(enlace.page, WRONG)
    const intentos = left === 1 ? 'Queda 1 intento' : `Quedan ${left} intentos`
    await expect(enlace.page.getByTestId('pin')).toHaveAccessibleDescription(new RegExp(intentos))
  }
  await typePin(enlace.page, WRONG)
  await expect(enlace.page.getByTestId('pin-wait')).toContainText(/ (30|2\d) s/)
  await expect(enlace.page.getByTestId('confirm-pin')).toBeDisabled()
  await expect(enlace.page.getByTestId('pin-wait')).toContainText(/ 2\d s/)
  expect(await violations(enlace.page)).toEqual([])

  await enlace.kill()
  enlace = await launch()
  await enlace.expectStatus('online')
  await enlace.page.getByTestId('log-out').click()
  await enlace.page.getByTestId('confirm-log-out').click()
  await expect(enlace.page.getByTestId('pin-wait')).toContainText(/ \d+ s/)
  await enlace.close()

  // As if the half minute had passed while Enlace was closed.
  const file = join(folder, 'pin.json')
  const kept = JSON.parse(await readFile(file, 'utf8')) as { tries: { wrong: number; lastAt: number } }
  expect(kept.tries.wrong).toBe(5)
  kept.tries.lastAt -= 30_000
  await writeFile(file, JSON.stringify(kept))
  enlace = await launch()
  await enlace.expectStatus('online')
  await enlace.page.getByTestId('log-out').click()
  await enlace.page.getByTestId('confirm-log-out').click()
  await enlace.page.getByTestId('pin').fill(PIN)
  await enlace.page.getByTestId('confirm-pin').click()
  await enlace.expectStatus('unlinked')
})

test('changing the PIN and turning it off need the present one; a lost one is deleted', async ({
  folder,
  launch,
}) => {
  let enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await setPin(enlace.page)

  await enlace.page.getByTestId('preferences').click()
  await enlace.page.getByTestId('preferences-keeping').click()
  await enlace.page.getByTestId('quarantine-days-1').click()
  await expect(enlace.page.getByTestId('pin-dialog')).toContainText('menos días')
  await enlace.page.keyboard.press('Escape')
  await expect(enlace.page.getByTestId('quarantine-days-7')).toBeChecked()
  await expect(enlace.page.getByTestId('quarantine-days-1')).toBeFocused()
  await enlace.page.getByTestId('quarantine-days-1').click()
  await typePin(enlace.page, PIN)
  await expect(enlace.page.getByTestId('pin')).toHaveCount(0)
  await expect(enlace.page.getByTestId('quarantine-days-1')).toBeChecked()

  await enlace.page.getByTestId('preferences-security').click()
  await choosePin(enlace.page, '55555')
  await typePin(enlace.page, PIN)
  await expect(enlace.page.getByRole('status').filter({ hasText: 'guardado' })).toBeVisible()
  await enlace.page.getByTestId('remove-pin').click()
  await typePin(enlace.page, PIN)
  await expect(enlace.page.getByTestId('pin')).toHaveAttribute('aria-invalid', 'true')
  await typePin(enlace.page, '55555')
  await expect(enlace.page.getByTestId('pin-state')).toHaveAttribute('data-set', 'false')
  expect(await readdir(folder)).not.toContain('pin.json')

  await choosePin(enlace.page, PIN)
  await expect(enlace.page.getByTestId('pin-state')).toHaveAttribute('data-set', 'true')
  await enlace.page.getByText('¿Olvidó el PIN?').click()
  await expect(enlace.page.getByText(join(folder, 'pin.json'))).toBeVisible()
  await enlace.close()
  await rm(join(folder, 'pin.json'))
  enlace = await launch()
  await openSecurity(enlace.page)
  await expect(enlace.page.getByTestId('pin-state')).toHaveAttribute('data-set', 'false')
})

test('a PIN file that cannot be read is set aside and said', async ({ folder, launch }) => {
  await writeFile(join(folder, 'pin.json'), '{"schema": 1, "hash": ')
  const { page } = await launch()
  await expect(page.getByTestId('notice')).toContainText('pin.damaged-1.json')
  expect(await readFile(join(folder, 'pin.damaged-1.json'), 'utf8')).toBe('{"schema": 1, "hash": ')
})

test('the question passes axe over a sheet and over the window', async ({ simulator, launch }) => {
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await linked(enlace, (qr) => simulator.phone(NUMBER).scan(qr))
  await setPin(page)
  await page.getByTestId('log-out').click()
  await page.getByTestId('confirm-log-out').click()
  await typePin(page, WRONG)
  await expect(page.getByTestId('pin')).toHaveAttribute('aria-invalid', 'true')
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await openSecurity(page)
  await page.getByTestId('remove-pin').click()
  await expect(page.getByTestId('pin')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
})
