import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds wrong on the page as it is, in short. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Evaluating goes past the content security policy, which rightly lets no script be added to the page.
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const run: unknown = Reflect.get(window, 'axe')
    const results = await (run as typeof axe).run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  })
  return found
}
