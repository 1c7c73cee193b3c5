import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { Enlace } from '../../e2e/support/enlace.ts'
import { say } from '../progress.ts'
import type { RemoteSimulator } from '../sessions/simulator.ts'

/** What a person waits for, in milliseconds, one value for each time it was done. */
export interface Waits {
  readonly clickToQr: readonly number[]
  readonly scanToOnline: readonly number[]
  readonly clearToQr: readonly number[]
  readonly clickToChange: readonly number[]
}

/** A phone has four places for linked devices, and a session keeps its number. */
const CLEARS = 3
const STOPS = 20

/**
 * Links organizations in the real app, each as a person would, and times what appears on the screen. Their data folder
 * is left for other measurements; one more organization is cleared at the end, and that folder is another one.
 */
export async function linkInApp(
  parent: string,
  simulator: RemoteSimulator,
  organizations: number,
): Promise<{ readonly folder: string; readonly waits: Waits }> {
  const folder = await mkdtemp(join(parent, 'linked-'))
  const clickToQr: number[] = []
  const scanToOnline: number[] = []
  const linking = await Enlace.launch(folder, { whatsappUrl: simulator.url })
  for (let n = 0; n < organizations; n += 1) {
    if (n % 10 === 0) say(`linking in the app: ${n} of ${organizations}`)
    const waited = await link(linking, simulator, n)
    // The first one also loads Baileys.
    if (n > 0 || organizations === 1) {
      clickToQr.push(waited.qr)
      scanToOnline.push(waited.online)
    }
  }
  await linking.close()
  await simulator.untilOnline(0)

  const aside = await Enlace.launch(await mkdtemp(join(parent, 'cleared-')), { whatsappUrl: simulator.url })
  await link(aside, simulator, 900)
  const clickToChange = await stopAndConnect(aside)
  const clearToQr: number[] = []
  for (let n = 0; n < CLEARS; n += 1) {
    clearToQr.push(await clear(aside.page))
    await simulator.scan(await aside.readQr(), numberOf(900))
    await aside.expectStatus('online')
  }
  await aside.close()
  await simulator.untilOnline(0)
  return { folder, waits: { clickToQr, scanToOnline, clearToQr, clickToChange } }
}

async function link(
  enlace: Enlace,
  simulator: RemoteSimulator,
  n: number,
): Promise<{ readonly qr: number; readonly online: number }> {
  const { page } = enlace
  await enlace.addOrganization(`Tienda ${n}`)
  const qr = await clickUntil(page, '[data-testid="primary-action"]', '[data-testid="qr"]')
  const text = await enlace.readQr()
  const online = untilShown(page, '[data-testid="status"][data-status="online"]')
  const { at } = await simulator.scan(text, numberOf(n))
  return { qr, online: (await online) - at }
}

function numberOf(n: number): string {
  return `5731${String(10_000_000 + n)}`
}

/** A click on the card of an online session, until the card says something else. */
async function stopAndConnect({ page }: Enlace): Promise<readonly number[]> {
  const waits: number[] = []
  const status = (not: string) => `[data-testid="status"]:not([data-status="${not}"])`
  for (let n = 0; n < STOPS; n += 1) {
    waits.push(await clickUntil(page, '[data-testid="stop-session"]', status('online')))
    await page.locator('[data-testid="status"][data-status="stopped"]').waitFor()
    waits.push(await clickUntil(page, '[data-testid="primary-action"]', status('stopped')))
    await page.locator('[data-testid="status"][data-status="online"]').waitFor()
  }
  return waits
}

async function clear(page: Page): Promise<number> {
  await page.getByTestId('stop-session').click()
  await page.locator('[data-testid="status"][data-status="stopped"]').waitFor()
  await page.getByTestId('more-options').click()
  await page.getByTestId('clear-session').click()
  await page.getByTestId('confirm-clear').waitFor()
  return clickUntil(page, '[data-testid="confirm-clear"]', '[data-testid="qr"]')
}

/** Milliseconds from a click to the frame that shows what it leads to. */
export async function clickUntil(page: Page, button: string, shown: string): Promise<number> {
  await page.locator(button).waitFor()
  const end = untilShown(page, shown)
  const start = await page.evaluate((selector) => {
    const at = performance.timeOrigin + performance.now()
    const found = document.querySelector(selector)
    if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`)
    found.click()
    return at
  }, button)
  return (await end) - start
}

/** Milliseconds since 1970 at which the frame with `selector` on it had been drawn. */
export function untilShown(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((tell) => {
        const look = () => {
          const found = document.querySelector(wanted)
          if (!found || (found instanceof HTMLImageElement && !found.complete)) {
            requestAnimationFrame(look)
            return
          }
          // The frame in which it was found is drawn before the next one begins.
          requestAnimationFrame(() => tell(performance.timeOrigin + performance.now()))
        }
        requestAnimationFrame(look)
      }),
    selector,
  )
}
