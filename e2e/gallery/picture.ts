import type { Page } from 'playwright'
import type { Language } from '../../src/contract/preferences.ts'

export type Theme = 'light' | 'dark'

/** How one picture looks. */
export interface Look {
  readonly language: Language
  readonly theme: Theme
}

/**
 * Puts the running window into a language and a theme; whatever is open in it stays open.
 *
 * @returns whether it speaks that language: without main a window keeps the one of the system
 */
export async function dress(page: Page, { language, theme }: Look): Promise<boolean> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  const reached = await page.evaluate(async (chosen) => {
    const attached = await window.enlace.call('attach', {}).catch(() => null)
    if (attached === null) return false
    if (!attached.ok) throw new Error(attached.error.code)
    const { preferences } = attached.value.settings
    await window.enlace.call('setPreferences', { ...preferences, language: chosen })
    return true
  }, language)
  const speaking = page.locator(`html[lang="${language}"]`)
  if (reached) await speaking.waitFor()
  return (await speaking.count()) > 0
}

/** Waits until nothing moves any more but what always does. */
export async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
