import { expect } from '../support/patience.ts'
import { killSimulator } from '../support/practice.ts'
import type { Stage } from '../support/stage.ts'
import type { Screens } from './screen.ts'

const PRACTICE = { args: ['--practice'] }

/** Practice mode, its lessons, and its simulator that has ended. */
export const PRACTICE_SCREENS: Screens = {
  'practice-empty': (stage) => stage.start(PRACTICE),
  'practice-online': practising,
  'lesson-under-way': inLesson,
  'lesson-done': lessonDone,
  'lessons-ticked': async (stage) => {
    await lessonDone(stage)
    await stage.enlace.page.getByTestId('leave-lesson').click()
  },
  'notice-simulator-ended': async (stage) => {
    await practising(stage)
    const { app, page } = stage.enlace
    await killSimulator(app)
    await expect(page.locator('[data-notice="simulator-ended"]')).toBeVisible()
    await stage.enlace.expectStatus('reconnecting')
  },
}

/** Practice mode with a simulated link. */
export async function practising(stage: Stage): Promise<void> {
  await stage.start(PRACTICE)
  await stage.asksForQr()
  await scanned(stage)
}

/** The first lesson, at the code to be scanned. */
export async function inLesson(stage: Stage): Promise<void> {
  const { page } = await stage.start(PRACTICE)
  await page.getByTestId('lesson-first-link').click()
  await stage.asksForQr()
  await stage.enlace.readQr()
  await expect(page.getByTestId('lesson')).toHaveAttribute('data-step', 'scan')
}

async function lessonDone(stage: Stage): Promise<void> {
  await inLesson(stage)
  await scanned(stage)
  const { page } = stage.enlace
  await page.getByTestId('test-connection').click()
  await page.getByTestId('confirm-test').click()
  await expect(page.getByTestId('lesson')).toHaveAttribute('data-step', 'finished')
}

async function scanned({ enlace }: Stage): Promise<void> {
  await enlace.readQr()
  await enlace.page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')
}
