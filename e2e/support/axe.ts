import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds wrong on the page as it is, in short. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Evaluating goes past the content security policy, which rightly lets no script be added to the page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    // What still fades in has neither its colours nor its place yet.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
    const run: unknown = Reflect.get(window, 'axe')
    // The guards around an open menu are hidden and take the focus on purpose. Axe finds out that something modal is open
    // by looking at five points of the screen, and there the veil has a hole where the menu's button lies.
    const context = { include: document, exclude: '[data-base-ui-focus-guard]' }
    const results = await (run as typeof axe).run(context, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  })
  return found
}

/** The same in either colour scheme, one after the other on the same screen, with nothing fading between them. */
export async function violationsInBoth(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const complaint of await violations(page)) found.push(`${colorScheme}: ${complaint}`)
  }
  return found
}
