import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { type CauseCode, SUPPORT_CODES } from '../src/contract/cause.ts'
import { violationsInBoth } from './support/axe.ts'
import { expect, sharedStage, test } from './support/fixtures.ts'
import { visitLayers } from './support/layers.ts'
import { prepareOrganizations } from './support/prepared.ts'
import { detach } from './support/unanswered.ts'
import { VIEW_SIZES, view } from './support/window-view.ts'

const NUMBER = '573007915262'
const CAUSES = Object.keys(SUPPORT_CODES) as CauseCode[]
const HELD = CAUSES.map((code) => ({ name: code, heldBy: { code, detail: null } }))

const STILL = { reducedMotion: 'reduce' } as const

test('the screens of the main job, and all that opens over them, have no violations', async ({
  simulator,
  launch,
}) => {
  const phone = simulator.phone(NUMBER)
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia(STILL)
  const check = async (where: string) => expect(await violationsInBoth(page), where).toEqual([])
  const checkWithLayers = async (where: string) => {
    await check(where)
    await visitLayers(page, (layer) => check(`${where}, ${layer}`))
  }

  await expect(page.getByTestId('add-organization')).toBeVisible()
  await check('empty')
  await page.getByTestId('guide').press('Enter')
  await check('guide')
  await page.getByTestId('guide-R-12').press('Enter')
  await check('a page of the guide')
  await page.keyboard.press('Escape')
  await enlace.addOrganization('Óptica Océano')
  await enlace.expectStatus('unlinked')
  await checkWithLayers('unlinked')

  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('scan')
  await checkWithLayers('scan')
  await page.keyboard.press('f')
  await check('large code')
  await page.keyboard.press('Escape')
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await simulator.flood(NUMBER, { senders: 4, each: 3 })
  await expect(page.getByTestId('warning')).toBeVisible()
  await checkWithLayers('connected with a warning')
  await visitLayers(page, check, { everywhere: true })

  await page.getByTestId('activity').click()
  await page.getByTestId('technical-log').click()
  await expect(page.getByTestId('log-lines')).toBeVisible()
  await check('activity')
  await page.keyboard.press('Escape')

  await view(enlace, VIEW_SIZES['shop PC at 200 %'])
  await check('connected at 200 %')
  await page.getByTestId('open-list').press('Enter')
  await check('the list in its drawer')
  await page.keyboard.press('Escape')
  await view(enlace, VIEW_SIZES['shop PC'])

  await simulator.pause()
  await enlace.expectStatus('reconnecting')
  await check('reconnecting')
  await simulator.resume()
  await enlace.expectStatus('online')
  phone.device().conflict()
  await enlace.expectStatus('attention')
  await checkWithLayers('attention')
})

test('practice mode, and a window with nothing to show, have no violations', async ({ folder, launch }) => {
  const practice = await launch({ args: ['--practice'] })
  await practice.page.emulateMedia(STILL)
  await practice.addOrganization('Tienda de práctica')
  await practice.expectStatus('unlinked')
  expect(await violationsInBoth(practice.page), 'practice').toEqual([])
  await practice.page.getByTestId('lesson-first-link').click()
  await view(practice, VIEW_SIZES['shop PC at 200 %'])
  expect(await violationsInBoth(practice.page), 'a lesson at 200 %').toEqual([])
  await practice.close()

  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const blocked = await launch({ args: [`--user-data-dir=${join(file, 'below')}`] })
  await blocked.page.emulateMedia(STILL)
  await expect(blocked.page.getByTestId('blocked')).toBeVisible()
  expect(await violationsInBoth(blocked.page), 'blocked').toEqual([])
  await detach(blocked)
  expect(await violationsInBoth(blocked.page), 'detached').toEqual([])
  await blocked.page.getByTestId('guide').press('Enter')
  expect(await violationsInBoth(blocked.page), 'guide over it').toEqual([])
})

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
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
})

test('what happens is said aloud, moves only for those who want it, and needs no colours', async ({
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  const announced = page.getByTestId('announcer')
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('primary-action').click()
  await simulator.phone(NUMBER).scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await expect(announced).toHaveText('Óptica Océano: Conectado')

  await simulator.pause()
  await enlace.expectStatus('reconnecting')
  await expect(announced).toContainText('Óptica Océano: Reconectando')
  const running = () => page.evaluate(() => document.getAnimations().length)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await running()).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await running()).toBe(0)

  await page.emulateMedia({ forcedColors: 'active' })
  const row = page.getByTestId('organization-item')
  await expect(row).toHaveCSS('outline-style', 'solid')
})

/** By what a test knows the control that has the focus, and whether a person sees that it has. */
function focused(page: Page): Promise<{ readonly name: string | undefined; readonly seen: boolean }> {
  return page.evaluate(() => {
    const control = document.activeElement
    if (!(control instanceof HTMLElement)) return { name: undefined, seen: false }
    const { outlineStyle, outlineWidth } = getComputedStyle(control)
    return {
      name: control.dataset['testid'],
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    }
  })
}

test.describe('with an organization for every cause', () => {
  const stage = sharedStage(async (unstarted) => {
    await prepareOrganizations(unstarted.folder, HELD)
    await unstarted.start()
  })

  test('Tab goes from the list to what can be pressed, and is always seen', async () => {
    const { page } = stage().enlace
    await expect(page.getByTestId('organization-item')).toHaveCount(HELD.length)
    const way: (string | undefined)[] = []
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab')
      const { name, seen } = await focused(page)
      expect(seen, `the focus on ${name}`).toBe(true)
      way.push(name)
    }
    expect(way).toEqual([
      'guide',
      'summary',
      'search',
      'organization-item',
      'add-organization',
      'open-practice',
      'preferences',
      'activity',
      'more-organization',
      'guide-code',
      'primary-action',
      'clear-session',
    ])
  })

  test('arrows walk through rows and menus, Escape gives the focus back', async () => {
    const { page } = stage().enlace
    const rows = page.getByTestId('organization-item')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(rows.last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(rows.last()).toHaveAttribute('aria-current', 'true')

    const options = page.getByTestId('more-organization')
    await options.press('Enter')
    await expect(page.getByTestId('rename-organization')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByTestId('export-session')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(options).toBeFocused()

    await visitLayers(page, async () => {})
    for (const opener of ['add-organization', 'preferences', 'clear-session', 'more-options']) {
      await page.getByTestId(opener).press('Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByTestId(opener)).toBeFocused()
    }
  })

  test('every cause, the narrowed list and the notices have no violations', async () => {
    const { folder } = stage()
    await mkdir(join(folder, 'organizations', 'org_broken'))
    await writeFile(join(folder, 'organizations', 'org_broken', 'organization.json'), 'half of it')
    const { page } = stage().enlace
    await page.emulateMedia(STILL)
    await expect(page.getByTestId('notice')).toBeVisible()
    for (const { name } of HELD) {
      await page.getByTestId('organization-item').filter({ hasText: name }).first().click()
      await expect(page.getByTestId('status')).toHaveAttribute('data-cause', name)
      expect(await violationsInBoth(page), name).toEqual([])
    }
    await page.getByTestId('summary').click()
    await page.getByTestId('search').fill('zapatería')
    expect(await violationsInBoth(page), 'nothing found').toEqual([])
  })
})
