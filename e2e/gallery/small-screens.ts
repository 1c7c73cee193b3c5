import { provoke } from '../support/causes.ts'
import { VIEW_SIZES, view } from '../support/window-view.ts'
import { offered } from './passkey-screens.ts'
import { inLesson, practising } from './practice-screens.ts'
import type { Screens } from './screen.ts'

/** A shop PC at 200 %, in the page's own pixels: a picture of an enlarged window would show a quarter of it. */
const NARROW = { width: 683, height: 384, zoom: 1 }

/** Where there is the least room. */
export const SMALL_SCREENS: Screens = {
  'narrow-online': async (stage) => view(await stage.linked(), NARROW),
  'narrow-list': async (stage) => {
    await view(await stage.linked(), NARROW)
    await stage.enlace.page.getByTestId('open-list').click()
  },
  'narrow-practice': async (stage) => {
    await practising(stage)
    await view(stage.enlace, NARROW)
  },
  'narrow-lesson': async (stage) => {
    await inLesson(stage)
    await view(stage.enlace, NARROW)
  },
  'narrow-passkey': async (stage) => {
    await offered(stage)
    await view(stage.enlace, NARROW)
  },
  'small-guide': async (stage) => {
    await view(await stage.linked(), VIEW_SIZES.smallest)
    await stage.enlace.page.getByTestId('guide').click()
  },
  'small-guide-page': async (stage) => {
    await provoke(stage, 'replaced')
    await view(stage.enlace, VIEW_SIZES.smallest)
    await stage.enlace.page.getByTestId('guide-code').click()
  },
}
