import type { Page } from 'playwright'
import { expect } from './patience.ts'

/** What can be opened over an organization, by the controls that lead there. */
const LAYERS = {
  'its menu': ['more-organization'],
  rename: ['more-organization', 'rename-organization'],
  export: ['more-organization', 'export-session'],
  remove: ['more-organization', 'remove-organization'],
  'repair or more': ['more-options'],
  clear: ['clear-session'],
  'clear, under more': ['more-options', 'clear-session'],
  'log out': ['log-out'],
  'change the number': ['change-number'],
  test: ['test-connection'],
  'retire the link before': ['retire-previous'],
  'delete where it came from': ['delete-source'],
  'link by phone': ['link-by-phone'],
} as const

/** What can be opened wherever one is. */
const EVERYWHERE = {
  'new organization': ['add-organization'],
  preferences: ['preferences'],
  'preferences, computer': ['preferences', 'preferences-computer'],
  'preferences, security': ['preferences', 'preferences-security'],
  'preferences, network': ['preferences', 'preferences-network'],
  'preferences, keeping': ['preferences', 'preferences-keeping'],
} as const

const OPEN = '[role="dialog"], [role="menu"]'

/**
 * Opens one after the other whatever can be opened from the screen as it is, with the keyboard, and hands each to
 * `visit`. Escape has to close them all.
 */
export async function visitLayers(
  page: Page,
  visit: (name: string) => Promise<void>,
  { everywhere = false } = {},
): Promise<void> {
  const layers = everywhere ? EVERYWHERE : LAYERS
  for (const [name, [first, ...others]] of Object.entries<readonly [string, ...string[]]>(layers)) {
    if (await page.getByTestId('open-list').isVisible()) {
      if (everywhere) await page.getByTestId('open-list').press('Enter')
    }
    if (!(await page.getByTestId(first).first().isVisible())) continue
    await page.getByTestId(first).first().press('Enter')
    if (await pressAll(page, others)) await visit(name)
    await closeLayers(page)
  }
}

/** Follows controls inside of what has been opened; false where one of them is not offered now. */
async function pressAll(page: Page, testIds: readonly string[]): Promise<boolean> {
  await expect(page.locator(OPEN).first()).toBeVisible()
  for (const testId of testIds) {
    const control = page.locator(OPEN).getByTestId(testId)
    if (!(await control.isVisible()) || (await control.isDisabled())) return false
    // The name may be on the words inside of a button, which take no key.
    await control.evaluate((element: HTMLElement) => element.click())
  }
  await expect(page.locator(OPEN).first()).toBeVisible()
  return true
}

async function closeLayers(page: Page): Promise<void> {
  await expect(async () => {
    if ((await page.locator(OPEN).count()) > 0) await page.keyboard.press('Escape')
    await expect(page.locator(OPEN)).toHaveCount(0, { timeout: 500 })
  }).toPass()
}
