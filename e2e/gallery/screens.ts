import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { otherServersFolder } from '../../src/adapters/test-support/other-server.ts'
import { provoke } from '../support/causes.ts'
import { NUMBER, type Stage } from '../support/stage.ts'
import { fillStore } from '../support/stored-session.ts'

const PRACTICE = ['--practice']
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Every screen by its name, and the way there on a stage on which nothing has been started. A new screen is one row.
 */
export const SCREENS: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  empty: (stage) => stage.start(),
  'new-organization': async (stage) => {
    const { page } = await stage.start()
    await page.getByTestId('add-organization').click()
    await page.getByRole('dialog').locator('button[aria-expanded]').click()
  },
  unlinked: (stage) => stage.added(),
  scan: async (stage) => (await stage.asksForQr()).readQr(),
  'scan-enlarged': async (stage) => {
    const enlace = await stage.asksForQr()
    await enlace.readQr()
    await enlace.page.keyboard.press('f')
  },
  'link-by-phone': async (stage) => {
    const { page } = await stage.added()
    await page.getByTestId('link-by-phone').click()
  },
  'phone-code': async (stage) => {
    const { page } = await stage.added()
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
  'preferences-keeping': inOnline('preferences', 'preferences-keeping'),
  guide: inOnline('guide'),
  'guide-page': async (stage) => {
    await provoke(stage, 'replaced')
    await stage.enlace.page.getByTestId('guide-code').click()
  },

  'warning-decrypt-failures': async (stage) => {
    await stage.linked()
    await stage.simulator.flood(NUMBER, { senders: 4, each: 3 })
    await warned(stage, 'decrypt-failures')
  },
  'warning-pre-keys': async (stage) => {
    await stage.linked()
    // However many keys are sent, new people use them up at once.
    const spend = () => stage.phone.device().spendPreKeys(2)
    stage.afterwards(stage.simulator.onChange(spend))
    spend()
    await warned(stage, 'pre-keys')
  },
  'warning-phone-unseen': async (stage) => {
    await stage.linked()
    await stage.phone.setOn(false)
    await stage.restart(() => stage.editOrganization({ phoneSeen: Date.now() - 11 * DAY_MS }))
    await warned(stage, 'phone-unseen')
  },
  'warning-clock-skew': async (stage) => {
    stage.simulator.settings.clockSkewMs = 20 * 60 * 1000
    await stage.linked()
    await warned(stage, 'clock-skew')
  },
  'warning-log-out-failed': async (stage) => {
    const { page } = await stage.linked()
    stage.phone.device().halfOpen()
    await page.getByTestId('log-out').click()
    await page.getByTestId('confirm-log-out').click()
    await warned(stage, 'log-out-failed')
  },
  'warning-not-restored': async (stage) => {
    await stage.linked()
    await stage.restart(() => stage.simulator.pause())
    await warned(stage, 'not-restored')
  },

  'notice-preferences-reset': async (stage) => {
    await writeFile(join(stage.folder, 'preferences.json'), '{"window": ')
    await noticed(stage, 'preferences-reset')
  },
  'notice-folder-unreadable': async (stage) => {
    await broken(stage, 'organization.json')
    await noticed(stage, 'folder-unreadable')
  },
  'notice-import-refused': async (stage) => {
    await broken(stage, 'creds.json')
    await noticed(stage, 'import-refused')
  },
  'notice-folder-renamed': async (stage) => {
    await (await stage.linked()).close()
    await rename(stage.organizationFolder, `${stage.organizationFolder}_viejo`)
    await noticed(stage, 'folder-renamed')
  },
  'notice-old-session': async (stage) => {
    const { app, page } = await stage.stopped()
    await page.getByTestId('preferences').click()
    await page.getByTestId('preferences-keeping').click()
    await page.getByTestId('clean-after-30').click()
    await app.close()
    const longAgo = Date.now() - 200 * DAY_MS
    await stage.editOrganization({ usedAt: longAgo, createdAt: longAgo })
    await noticed(stage, 'old-session')
  },

  'blocked-data-folder': async (stage) => {
    const file = join(stage.folder, 'a-file')
    await writeFile(file, '')
    await stage.start({ args: [`--user-data-dir=${join(file, 'below')}`] })
    await blocked(stage)
  },
  'blocked-address': async (stage) => {
    await stage.start({ whatsappUrl: 'wss://example.invalid/ws' })
    await blocked(stage)
  },
  'blocked-start': async (stage) => {
    await writeFile(join(stage.folder, 'organizations'), '')
    await stage.start()
    await blocked(stage)
  },

  'practice-empty': (stage) => stage.start({ args: PRACTICE }),
  'practice-online': async (stage) => {
    const enlace = await stage.start({ args: PRACTICE })
    await stage.asksForQr()
    await enlace.readQr()
    await enlace.page.getByTestId('practice-scan').click()
    await enlace.expectStatus('online')
  },
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

async function warned({ enlace }: Stage, code: string): Promise<void> {
  const warning = enlace.page.locator(`[data-warning="${code}"]`)
  await expect(warning).toBeVisible({ timeout: 90_000 })
}

/** A folder among the organizations that holds half a file. */
async function broken(stage: Stage, file: string): Promise<void> {
  const folder = join(stage.folder, 'organizations', 'org_rota')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, file), '{"half":')
}

async function noticed(stage: Stage, code: string): Promise<void> {
  const { page } = await stage.start()
  // A folder of another server is looked at twice, half a minute apart, before anything is said about it.
  await expect(page.locator(`[data-notice="${code}"]`)).toBeVisible({ timeout: 90_000 })
}

async function blocked({ enlace }: Stage): Promise<void> {
  await expect(enlace.page.getByTestId('blocked')).toBeVisible()
}
