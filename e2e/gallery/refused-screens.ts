import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { otherServersFolder } from '../../src/adapters/test-support/other-server.ts'
import { inMain } from '../support/in-main.ts'
import { expect } from '../support/patience.ts'
import { NUMBER, type Stage } from '../support/stage.ts'
import type { Screens } from './screen.ts'

/** More than any session's credentials take, in bytes. */
const TOO_MUCH = 2 * 1024 * 1024

/** What was asked for and cannot be: a name, a folder to take over, a place to write to. */
export const REFUSED_SCREENS: Screens = {
  'refused-name': async (stage) => {
    const { page } = await stage.start()
    await page.getByTestId('add-organization').click()
    await page.getByTestId('organization-name').fill('Óptica \u202eOcéano')
    await page.getByTestId('create-organization').click()
    await expect(page.getByTestId('organization-name')).toHaveAttribute('aria-invalid', 'true')
  },
  'refused-import-known': async (stage) => {
    const source = join(stage.folder, 'servidor-anterior')
    await otherServersFolder(stage.simulator, NUMBER, source)
    const { page } = await stage.start()
    await page.evaluate((folder) => window.enlace.call('importSession', { folder }), source)
    await refusedImport(stage, source)
  },
  'refused-import-too-large': async (stage) => {
    const source = join(stage.folder, 'copia-de-todo')
    await mkdir(source)
    await writeFile(join(source, 'creds.json'), Buffer.alloc(TOO_MUCH, ' '))
    await stage.start()
    await refusedImport(stage, source)
  },
  'refused-export-in-session': async (stage) => {
    const source = join(stage.folder, 'servidor-anterior')
    await otherServersFolder(stage.simulator, NUMBER, source)
    const { page } = await stage.linked()
    await choosing(stage, source)
    await page.getByTestId('more-organization').click()
    await page.getByTestId('export-session').click()
    await page.getByTestId('confirm-export').click()
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  },
}

async function refusedImport(stage: Stage, source: string): Promise<void> {
  const { page } = stage.enlace
  await choosing(stage, source)
  await page.getByTestId('add-organization').click()
  await page.getByTestId('import-session').click()
  await expect(page.getByTestId('import-refused')).toBeVisible()
}

/** The system's own dialog cannot be driven. */
function choosing(stage: Stage, folder: string): Promise<void> {
  return inMain(
    stage.enlace.app,
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    },
    folder,
  )
}
