import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '../support/patience.ts'
import { otherServersFolder } from '../../src/adapters/test-support/other-server.ts'
import { provoke } from '../support/causes.ts'
import { NUMBER, type Stage } from '../support/stage.ts'
import { fillStore } from '../support/stored-session.ts'
import { ACTIVITY_SCREENS } from './activity-screens.ts'
import { PASSKEY_SCREENS } from './passkey-screens.ts'
import { PRACTICE_SCREENS } from './practice-screens.ts'
import { REFUSED_SCREENS } from './refused-screens.ts'
import type { Screens } from './screen.ts'
import { SMALL_SCREENS } from './small-screens.ts'
import { TROUBLE_SCREENS } from './trouble-screens.ts'

/** Every screen. A new one is one row, here or among those of its kind. */
export const SCREENS: Screens = {
  empty: (stage) => stage.start(),
  'new-organization': async (stage) => {
    const { page } = await stage.start()
    await page.getByTestId('add-organization').click()
    await page.getByRole('dialog').locator('button[aria-expanded]').click()
  },
  unlinked: (stage) => stage.unlinked(),
  scan: async (stage) => (await stage.asksForQr()).readQr(),
  'scan-enlarged': async (stage) => {
    const enlace = await stage.asksForQr()
    await enlace.readQr()
    await enlace.page.keyboard.press('f')
  },
  'link-by-phone': async (stage) => {
    const { page } = await stage.unlinked()
    await page.getByTestId('link-by-phone').click()
  },
  'link-by-phone-understood': async (stage) => {
    const { page } = await stage.unlinked()
    await page.getByTestId('link-by-phone').click()
    await page.getByTestId('phone-country').selectOption('MX')
    await page.getByTestId('phone-number').fill('55 1234 5678')
    await expect(page.getByTestId('phone-understood')).toContainText('+52 55 1234 5678')
  },
  'phone-code': async (stage) => {
    const { page } = await stage.unlinked()
    await page.getByTestId('link-by-phone').click()
    await page.getByTestId('phone-number').fill(`+${NUMBER}`)
    await page.getByTestId('request-code').click()
    await expect(page.getByTestId('phone-code')).toBeVisible()
  },
  starting: async (stage) => {
    stage.simulator.setFault({ kind: 'silent' })
    const enlace = await stage.asksForQr()
    await enlace.expectStatus('starting')
  },
  linking: async (stage) => {
    const enlace = await stage.asksForQr()
    const qr = await enlace.readQr()
    stage.simulator.setFault({ kind: 'login-unanswered' })
    await stage.phone.scan(qr)
    await enlace.expectStatus('linking')
  },

  online: (stage) => stage.linked(),
  'online-with-others': async (stage) => {
    const enlace = await stage.linked()
    for (let n = 1; n <= 11; n += 1) await enlace.addOrganization(`Sucursal ${n}`, `sucursal-${n}`)
    await enlace.addOrganization(
      'Ferretería y Materiales para la Construcción Nuestra Señora de la Candelaria',
      'x',
    )
    await enlace.page.getByTestId('organization-item').first().click()
  },
  'test-question': inOnline('test-connection'),
  'test-result': async (stage) => {
    const { page } = await stage.linked()
    await page.getByTestId('test-connection').click()
    await page.getByTestId('confirm-test').click()
    await expect(page.getByTestId('test-result')).toHaveAttribute('data-phone', 'alive')
  },
  'change-number': inOnline('change-number'),
  'log-out': inOnline('log-out'),
  rename: inOnline('more-organization', 'rename-organization'),
  export: inOnline('more-organization', 'export-session'),
  remove: inOnline('more-organization', 'remove-organization'),
  repair: inOnline('more-options'),
  'repair-report': async (stage) => {
    const { page } = await stage.linked()
    await page.getByTestId('more-options').click()
    await page.getByTestId('repair-verify').click()
    await expect(page.getByTestId('report')).toBeVisible()
  },
  stopped: (stage) => stage.stopped(),
  'stopped-elsewhere': async (stage) => {
    const enlace = await stage.linked()
    await enlace.close()
    await stage.editOrganization({ elsewhere: true, wanted: false })
    await stage.start()
    await stage.enlace.expectStatus('stopped')
  },
  'damaged-with-copy': async (stage) => {
    await stage.linked()
    await stage.untilCopied()
    await stage.restart(() => fillStore(stage.generationFolder, 0))
    await stage.enlace.expectStatus('attention', 'damaged-store')
  },

  'guided-reset': async (stage) => {
    await provoke(stage, 'replaced')
    await stage.enlace.page.getByTestId('clear-session').click()
    await expect(stage.enlace.page.getByTestId('confirm-clear')).toBeVisible()
  },
  'cleared-and-scan': async (stage) => {
    await provoke(stage, 'replaced')
    await stage.enlace.page.getByTestId('clear-session').click()
    await stage.enlace.page.getByTestId('confirm-clear').click()
    await stage.enlace.readQr()
  },
  'cleared-and-online': cleared,
  'undo-question': async (stage) => {
    await cleared(stage)
    await stage.enlace.page.getByTestId('undo-clear').click()
  },
  'retire-question': async (stage) => {
    await cleared(stage)
    await stage.enlace.page.getByTestId('retire-previous').click()
  },

  source: broughtIn,
  'source-question': async (stage) => {
    await broughtIn(stage)
    await stage.enlace.page.getByTestId('delete-source').click()
  },
  'source-others': async (stage) => {
    const source = await broughtIn(stage)
    await writeFile(join(source, 'creds.json.bak'), '{}')
    const { page } = stage.enlace
    await page.getByTestId('delete-source').click()
    await page.getByTestId('confirm-delete-source').click()
    await expect(page.getByTestId('source-result')).toHaveAttribute('data-outcome', 'deleted')
  },

  'new-pin': inOnline('preferences', 'preferences-security', 'choose-pin'),
  'pin-question': async (stage) => {
    const { page } = await stage.linked()
    await page.getByTestId('preferences').click()
    await page.getByTestId('preferences-security').click()
    await page.getByTestId('choose-pin').click()
    await page.getByTestId('new-pin').fill('40718')
    await page.getByTestId('repeat-pin').fill('40718')
    await page.getByTestId('save-pin').click()
    await expect(page.getByTestId('pin-state')).toHaveAttribute('data-set', 'true')
    await page.keyboard.press('Escape')
    await page.getByTestId('log-out').click()
    await page.getByTestId('confirm-log-out').click()
    await expect(page.getByTestId('pin-dialog')).toBeVisible()
  },
  'preferences-general': inOnline('preferences'),
  'preferences-computer': inOnline('preferences', 'preferences-computer'),
  'preferences-security': inOnline('preferences', 'preferences-security'),
  'preferences-network': inOnline('preferences', 'preferences-network', 'network-test'),
  'preferences-keeping': inOnline('preferences', 'preferences-keeping'),
  guide: inOnline('guide'),
  'guide-page': async (stage) => {
    await provoke(stage, 'replaced')
    await stage.enlace.page.getByTestId('guide-code').click()
  },

  ...TROUBLE_SCREENS,
  ...ACTIVITY_SCREENS,
  ...PASSKEY_SCREENS,
  ...REFUSED_SCREENS,
  ...PRACTICE_SCREENS,
  ...SMALL_SCREENS,
}

/** A connected session, and then these buttons. */
function inOnline(...testIds: readonly string[]): (stage: Stage) => Promise<void> {
  return async (stage) => {
    const { page } = await stage.linked()
    for (const testId of testIds) await page.getByTestId(testId).click()
  }
}

async function cleared(stage: Stage): Promise<void> {
  await provoke(stage, 'replaced')
  const { page } = stage.enlace
  await page.getByTestId('clear-session').click()
  await page.getByTestId('confirm-clear').click()
  await stage.phone.scan(await stage.enlace.readQr())
  await stage.enlace.expectStatus('online')
  await expect(page.getByTestId('retire-previous')).toBeVisible()
}

/** A session that was taken over from another server and works here. Resolves with the folder it came from. */
async function broughtIn(stage: Stage): Promise<string> {
  const source = join(stage.folder, 'servidor-anterior')
  await otherServersFolder(stage.simulator, NUMBER, source)
  const enlace = await stage.start()
  await enlace.page.evaluate((folder) => window.enlace.call('importSession', { folder }), source)
  await enlace.expectStatus('stopped')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  await expect(enlace.page.getByTestId('source')).toBeVisible()
  return source
}
