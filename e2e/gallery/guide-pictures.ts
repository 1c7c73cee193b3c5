import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { type CauseCode, isCauseCode } from '../../src/contract/cause.ts'
import { pictureOf, PRINTED } from '../../src/text/guide/markdown.ts'
import { canProvoke, provoke } from '../support/causes.ts'
import { palettePng } from './palette-png.ts'
import { dress, settle } from './picture.ts'
import { playAll, played } from './played.ts'
import { inMain } from '../support/in-main.ts'

const DOCS = resolve(import.meta.dirname, '../../docs')
/** The smallest window: what is shown is large in the picture, and the picture is small. */
const SIZE = { width: 820, height: 560 }

/** Takes the picture of each cause for the support guide, in the languages it is printed in. */
export async function takeGuidePictures(causes: readonly CauseCode[]): Promise<readonly string[]> {
  return playAll(causes.filter(canProvoke), 1, (cause) =>
    played(async (stage) => {
      if (!isCauseCode(cause)) return
      await provoke(stage, cause)
      const { app, page } = stage.enlace
      await resize(app)
      for (const language of PRINTED) {
        await dress(page, { language, theme: 'light' })
        await settle(page)
        const path = join(DOCS, pictureOf(cause, language))
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, palettePng(await subject(page, cause).screenshot()))
      }
    }),
  )
}

/** What the person is asked about: the card with the code in its corner, or the bar above everything. */
function subject(page: Page, cause: CauseCode) {
  return page.locator(`section:has([data-cause="${cause}"]), [data-notice="${cause}"]`).first()
}

function resize(app: ElectronApplication): Promise<void> {
  return inMain(
    app,
    ({ BrowserWindow }, { width, height }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
    },
    SIZE,
  )
}
