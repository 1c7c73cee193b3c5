import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { LANGUAGES } from '../src/contract/preferences.ts'
import type { Enlace } from './support/enlace.ts'
import { violationsInBoth } from './support/axe.ts'
import { expect, sharedStage, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'

const PANELS = ['general', 'computer', 'security', 'network', 'keeping'] as const

async function open(enlace: Enlace, panel: (typeof PANELS)[number]): Promise<void> {
  await enlace.page.getByTestId('preferences').click()
  await enlace.page.getByTestId(`preferences-${panel}`).click()
}

async function kept(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'preferences.json'), 'utf8'))
}

/** The theme in force, for the system and on the page. */
async function theme({ app, page }: Enlace) {
  const source = await inMain(app, ({ nativeTheme }) => nativeTheme.themeSource)
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  return { source, ground }
}

/** Whatever in the open section is wider than its place. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.getByRole('dialog').evaluate((dialog) => {
    const content = dialog.querySelectorAll('[role="tab"], [role="tabpanel"], [role="tabpanel"] *')
    return [dialog, ...content]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

test('the language changes at once, in the same window and with the focus where it was', async ({
  launch,
}) => {
  let enlace = await launch()
  const { app, page } = enlace
  await enlace.addOrganization('Óptica Océano')
  await open(enlace, 'general')
  const before = await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ id }) => id))

  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('language-en')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'Preferências' })).toBeVisible()
  await expect(page.getByTestId('language-pt')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('primary-action')).toHaveText('Vincular WhatsApp')
  await expect(page.getByRole('navigation', { name: 'Organizações' })).toBeVisible()
  const after = await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ id }) => id))
  expect(after).toEqual(before)

  await enlace.close()
  enlace = await launch()
  await expect(enlace.page.locator('html')).toHaveAttribute('lang', 'pt')
  await open(enlace, 'general')
  await enlace.page.getByTestId('language-system').click()
  await expect(enlace.page.getByRole('dialog', { name: 'Preferencias' })).toBeVisible()
})

test('the theme changes at once, and is there from the first picture of the next start', async ({
  launch,
}) => {
  let enlace = await launch()
  await enlace.page.emulateMedia({ colorScheme: null })
  await enlace.addOrganization('Óptica Océano')
  await open(enlace, 'general')
  await enlace.page.getByTestId('theme-dark').click()
  await expect.poll(() => theme(enlace)).toEqual({ source: 'dark', ground: 'rgb(21, 23, 27)' })
  await enlace.page.getByTestId('theme-light').click()
  await expect.poll(() => theme(enlace)).toEqual({ source: 'light', ground: 'rgb(244, 243, 239)' })
  await enlace.page.getByTestId('theme-dark').click()
  await expect.poll(() => theme(enlace)).toMatchObject({ source: 'dark' })

  await enlace.close()
  enlace = await launch()
  const ground = await inMain(enlace.app, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  )
  expect(ground?.toLowerCase()).toBe('#15171b')
})

test('an older file is completed, and a newer one keeps what this version does not know', async ({
  folder,
  launch,
}) => {
  const newer = { theme: 'sepia', checkInterval: 60, language: 'en', 'ringtone.night': 'owl' }
  await writeFile(join(folder, 'preferences.json'), JSON.stringify(newer))
  const enlace = await launch()
  await expect(enlace.page.getByTestId('notice')).toContainText('preferences.damaged-1.json')
  await enlace.addOrganization('Óptica Océano')
  await open(enlace, 'general')
  await expect(enlace.page.getByTestId('check-interval-60')).toBeChecked()
  await enlace.page.getByTestId('theme-light').click()
  await expect
    .poll(() => kept(folder))
    .toMatchObject({ 'ringtone.night': 'owl', theme: 'light', language: 'en', snapshotDays: 1 })
})

test.describe('with one organization', () => {
  const stage = sharedStage(async (started) => {
    await (await started.start()).addOrganization('Óptica Océano')
  })
  test.afterEach(async () => {
    const { page } = stage().enlace
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('the switches are worked with the keyboard, say what they are for, and are kept', async () => {
    const { enlace, folder } = stage()
    const { page } = enlace
    await open(enlace, 'computer')
    // A build that is not packaged cannot start with the computer: no setting is shown without its function.
    await expect(page.getByTestId('open-at-login')).toHaveCount(0)

    const awake = page.getByRole('switch', { name: 'No suspender el equipo' })
    await expect(awake).toHaveAccessibleDescription(/no se duerme/)
    await page.getByRole('switch').first().focus()
    await page.keyboard.press('Space')
    await expect(page.getByTestId('keep-in-tray')).not.toBeChecked()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('notifications')).not.toBeChecked()
    await page.getByText('La pantalla sí puede apagarse').click()
    await expect(awake).toBeChecked()
    await expect
      .poll(() => kept(folder))
      .toMatchObject({ keepInTray: false, notifications: false, keepAwake: true, openAtLogin: false })
  })

  test('a prefix names the organizations that come, and never those that are there', async () => {
    const { enlace, folder } = stage()
    const { page } = enlace
    await open(enlace, 'general')
    const prefix = page.getByTestId('session-prefix')
    await prefix.fill('mi tienda')
    await expect(prefix).toHaveAttribute('aria-invalid', 'true')
    await expect(prefix).toHaveAccessibleDescription(/«org»/)
    await prefix.fill('tienda')
    await expect(prefix).toHaveAccessibleDescription(/tienda_7f3a9c51e0b84d2c9a61/)
    await page.setViewportSize({ width: 820, height: 560 })
    await page.getByTestId('language-system').focus()
    await prefix.focus()
    await expect(page.getByText('Quedará como tienda_')).toBeInViewport({ ratio: 1 })
    await prefix.fill('x'.repeat(17))
    await expect(prefix).toHaveAccessibleDescription(/«tienda»/)
    await page.keyboard.press('Escape')
    await enlace.addOrganization('Óptica Norte')
    expect((await readdir(join(folder, 'organizations'))).toSorted()).toEqual([
      expect.stringMatching(/^org_[0-9a-f]{20}$/),
      expect.stringMatching(/^tienda_[0-9a-f]{20}$/),
    ])
  })

  test('ages and intervals are in force at once, and nothing but what fits is taken', async () => {
    const { enlace, folder } = stage()
    const { page } = enlace
    await open(enlace, 'keeping')
    await page.getByTestId('snapshot-days-3').click()
    await page.getByTestId('quarantine-days-30').click()
    await page.getByTestId('clean-after-60').click()
    await page.getByTestId('preferences-general').click()
    await page.getByTestId('check-interval-never').click()
    const set = { snapshotDays: 3, quarantineDays: 30, cleanAfterDays: 60, checkInterval: null }
    await expect.poll(() => kept(folder)).toMatchObject(set)

    const answers = await page.evaluate(async () => {
      const attached = await window.enlace.call('attach', {})
      if (!attached.ok) return []
      const { preferences } = attached.value.settings
      const changes = [
        { theme: 'sepia' },
        { language: 'fr' },
        { sessionPrefix: '' },
        { sessionPrefix: '../x' },
        { snapshotDays: 2 },
        { quarantineDays: 0 },
        { keepAwake: 'yes' },
        { ringtone: 'owl' },
      ]
      return Promise.all(
        changes.map(async (change) => {
          const answer: unknown = await Reflect.apply(window.enlace.call, null, [
            'setPreferences',
            { ...preferences, ...change },
          ])
          return (answer as { error?: { code: string } }).error?.code
        }),
      )
    })
    expect(answers).toEqual(Array.from({ length: 8 }, () => 'invalid-input'))
    expect(await kept(folder)).toMatchObject(set)
  })

  test('every section passes axe and fits the smallest window', async () => {
    const { enlace } = stage()
    const { page } = enlace
    await page.setViewportSize({ width: 820, height: 560 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByTestId('preferences').click()
    for (const language of LANGUAGES) {
      await page.getByTestId('preferences-general').click()
      await page.getByTestId(`language-${language}`).click()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      for (const panel of PANELS) {
        await page.getByTestId(`preferences-${panel}`).click()
        await expect(page.getByRole('tabpanel')).toHaveCount(1)
        expect(await violationsInBoth(page)).toEqual([])
        expect(await cutOff(page)).toEqual([])
        await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 })
      }
    }
  })
})
