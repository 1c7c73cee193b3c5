import type { Page } from 'playwright'
import { expect, test } from './support/fixtures.ts'
import { prepareOrganizations } from './support/prepared.ts'

const NUMBER = '573007915262'

declare global {
  interface Window {
    /** What moved by itself, as the Layout Instability API saw it. */
    shifts: string[]
  }
}

/** The parts of a layout shift that Chromium reports and the type library does not know yet. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    // What a hand or an eye goes to, from one height to another: a footnote may make room, and a count may grow.
    const KEPT =
      'button, button *, h1, h1 *, h2, h2 *, li:has(> button), nav *, [data-testid="status"], dl, dl *'
    window.shifts = []
    const place = ({ x, y }: DOMRectReadOnly) => `${Math.round(x)},${Math.round(y)}`
    const isShift = (entry: PerformanceEntry): entry is LayoutShift => entry.entryType === 'layout-shift'
    new PerformanceObserver((seen) => {
      for (const entry of seen.getEntries().filter(isShift)) {
        if (entry.hadRecentInput) continue
        for (const { node, previousRect, currentRect } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement
          if (!element?.matches(KEPT) || previousRect.y === currentRect.y) continue
          window.shifts.push(
            `${place(previousRect)} to ${place(currentRect)}: ${element.outerHTML.slice(0, 120)}`,
          )
        }
      }
    }).observe({ type: 'layout-shift' })
  })
}

/** Where the rows, the header and the card begin. */
function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-testid="organization-item"], h1, [data-testid="status"]')].map(
      (part) => {
        const { left, top } = part.getBoundingClientRect()
        return `${Math.round(left)},${Math.round(top)}`
      },
    ),
  )
}

test('nothing moves while a session goes through its life', async ({ folder, simulator, launch }) => {
  await prepareOrganizations(folder, [
    { name: 'Panadería La Espiga' },
    { name: 'Óptica Océano', linked: false, lastNumber: null },
    { name: 'Ferretería El Tornillo', heldBy: { code: 'replaced', detail: 440 } },
  ])
  const phone = simulator.phone(NUMBER)
  const enlace = await launch()
  const { page } = enlace
  await page.getByTestId('organization-item').filter({ hasText: 'Óptica' }).click()
  await enlace.expectStatus('unlinked')
  await page.evaluate(() => document.fonts.ready)
  await watchShifts(page)
  const before = await places(page)

  await page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  expect(await places(page)).toEqual(before)
  await expect(page.getByTestId('snapshot-at')).toBeVisible()

  const primaryPlace = () => page.getByTestId('stop-session').boundingBox()
  const stop = await primaryPlace()
  await simulator.flood(NUMBER, { senders: 4, each: 3 })
  await expect(page.getByTestId('warning')).toBeVisible()
  expect(await primaryPlace()).toEqual(stop)

  await simulator.pause()
  await enlace.expectStatus('reconnecting')
  expect(await places(page)).toEqual(before)
  await simulator.resume()
  await enlace.expectStatus('online')
  phone.device().conflict()
  await enlace.expectStatus('attention')
  expect(await places(page)).toEqual(before)
  expect(await page.evaluate(() => window.shifts)).toEqual([])
})
