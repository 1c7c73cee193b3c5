import type { Preferences } from '../../src/contract/preferences.ts'
import { PREFERENCES } from '../../src/renderer/test-support/preferences.ts'
import type { Enlace } from './enlace.ts'
import { inMain } from './in-main.ts'

/** What is inside of the window's frame, in the screen's pixels, and how much the page is enlarged. */
export interface ViewSize {
  readonly width: number
  readonly height: number
  readonly zoom: number
}

/** The sizes that every screen has to be good at. */
export const VIEW_SIZES = {
  /** What the frame of Windows leaves of the smallest window. */
  'smallest within a frame': { width: 804, height: 521, zoom: 1 },
  smallest: { width: 820, height: 560, zoom: 1 },
  'shop PC': { width: 1366, height: 768, zoom: 1 },
  'shop PC at 200 %': { width: 1366, height: 768, zoom: 2 },
  large: { width: 1920, height: 1080, zoom: 1 },
} satisfies Readonly<Record<string, ViewSize>>

/** Resizes and enlarges the window, and waits until the page has followed. */
export async function view({ app, page }: Enlace, { width, height, zoom }: ViewSize): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow }, size) => {
      // The first one is Enlace's own.
      const [window] = BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id)
      window?.setMinimumSize(1, 1)
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )
  await page.waitForFunction(
    (wanted) => Math.abs(innerWidth - wanted.width) <= 1 && Math.abs(innerHeight - wanted.height) <= 1,
    { width: width / zoom, height: height / zoom },
  )
}

/** Chooses language and theme as the preferences do, while the window runs. */
export async function prefer(
  { page }: Enlace,
  chosen: Pick<Preferences, 'language' | 'theme'>,
): Promise<void> {
  const preferences = { ...PREFERENCES, ...chosen }
  await page.evaluate((wanted) => window.enlace.call('setPreferences', wanted), preferences)
  await page.waitForFunction((language) => document.documentElement.lang === language, chosen.language)
}
