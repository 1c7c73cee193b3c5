import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '../support/patience.ts'
import { prepareHistory } from '../support/history.ts'
import { NUMBER, SHOP, type Stage } from '../support/stage.ts'
import { unanswered } from '../support/unanswered.ts'
import type { Screens } from './screen.ts'

/** What an organization went through, and where that is not known. */
export const ACTIVITY_SCREENS: Screens = {
  'activity-24h': (stage) => lived(stage, '24h'),
  'activity-7d': (stage) => lived(stage, '7d'),
  'activity-30d': (stage) => lived(stage, '30d'),
  'activity-log': async (stage) => {
    await lived(stage, '24h')
    const { page } = stage.enlace
    await page.getByTestId('technical-log').click()
    await page.getByTestId('log-lines').scrollIntoViewIfNeeded()
  },
  'activity-empty': async (stage) => {
    const { page } = await stage.unlinked()
    await page.getByTestId('activity').click()
    await expect(page.getByTestId('activity-empty')).toBeVisible()
  },
  'activity-set-aside': async (stage) => {
    await writeFile(join(stage.folder, 'activity.db'), 'not a database'.repeat(500))
    const { page } = await stage.linked()
    await page.getByTestId('activity').click()
    await expect(page.getByTestId('activity-trouble')).toBeVisible()
  },
  'activity-unread': async (stage) => {
    const enlace = await stage.linked()
    await unanswered(enlace, 'readActivity')
    await enlace.page.getByTestId('activity').click()
    await expect(enlace.page.getByTestId('activity-view').getByRole('alert')).toBeVisible()
  },
}

/** Three weeks and this moment, over so long. */
async function lived(stage: Stage, range: string): Promise<void> {
  prepareHistory(stage.folder, SHOP.id, NUMBER)
  const { page } = await stage.linked()
  await page.getByTestId('activity').click()
  await page.getByTestId(`activity-range-${range}`).click()
  await expect(page.getByTestId('strip')).toBeVisible()
}
