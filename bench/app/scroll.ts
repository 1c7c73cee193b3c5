import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { prepareOrganizations } from '../../e2e/support/prepared.ts'
import { pause, say } from '../progress.ts'
import { percentile } from '../statistics.ts'
import { BLANK, ElectronApp, ENLACE } from './electron.ts'

/** How a page drew while a long list was scrolled. */
export interface Frames {
  readonly frames: number
  /** Frames that came later than one and a half times the screen's own pace. */
  readonly late: number
  readonly p99Ms: number
  readonly longestMs: number
}

export interface Scroll {
  /** A bare list of as many lines in a blank window. */
  readonly blank: Frames
  readonly enlace: Frames
}

const ORGANIZATIONS = 200
/** What starting leaves behind is not what scrolling costs. */
const SETTLE_MS = 5_000
const SCROLL_MS = 5_000
const LATE = 1.5

/** Scrolls 200 organizations up and down, and as many plain lines in a blank window. */
export async function measureScroll(parent: string, url: string): Promise<Scroll> {
  say('scrolling 200 organizations')
  const many = await mkdtemp(join(parent, 'many-'))
  await prepareOrganizations(
    many,
    Array.from({ length: ORGANIZATIONS }, (_, n) => ({ name: `Tienda ${n + 1}` })),
  )
  const enlace = await ElectronApp.start(ENLACE, many, { ENLACE_WHATSAPP_URL: url })
  await enlace.page
    .getByTestId('organization-item')
    .nth(ORGANIZATIONS - 1)
    .waitFor()
  await pause(SETTLE_MS)
  const drawn = await scrolled(enlace.page, 'nav ul')
  await enlace.close()

  const blank = await ElectronApp.start(BLANK, await mkdtemp(join(parent, 'lines-')), {})
  await blank.page.evaluate((lines) => {
    const list = document.createElement('ul')
    list.style.cssText = 'height: 400px; overflow: auto'
    for (let n = 0; n < lines; n += 1)
      list.append(Object.assign(document.createElement('li'), { textContent: n }))
    document.body.append(list)
  }, ORGANIZATIONS)
  await pause(SETTLE_MS)
  const plain = await scrolled(blank.page, 'ul')
  await blank.close()
  return { blank: framesOf(plain), enlace: framesOf(drawn) }
}

/** The times between the frames, in milliseconds. */
function scrolled(page: Page, selector: string): Promise<readonly number[]> {
  return page.evaluate(
    ({ chosen, forMs }) =>
      new Promise<number[]>((resolve, reject) => {
        const list = document.querySelector(chosen)
        if (!list || list.scrollHeight <= list.clientHeight) {
          reject(new Error('there is nothing to scroll'))
          return
        }
        const gaps: number[] = []
        const start = performance.now()
        let last = start
        const frame = (now: number) => {
          gaps.push(now - last)
          last = now
          const way = ((now - start) / forMs) * 4
          list.scrollTop = Math.abs(((way + 1) % 2) - 1) * (list.scrollHeight - list.clientHeight)
          if (now - start < forMs) requestAnimationFrame(frame)
          // The first one waits for whatever came before.
          else resolve(gaps.slice(1))
        }
        requestAnimationFrame(frame)
      }),
    { chosen: selector, forMs: SCROLL_MS },
  )
}

function framesOf(gaps: readonly number[]): Frames {
  const pace = percentile(gaps, 0.5)
  return {
    frames: gaps.length,
    late: gaps.filter((gap) => gap > LATE * pace).length,
    p99Ms: percentile(gaps, 0.99),
    longestMs: Math.max(...gaps),
  }
}
