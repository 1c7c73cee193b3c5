import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '../support/patience.ts'
import type { LaunchOptions } from '../support/enlace.ts'
import { NUMBER, type Stage } from '../support/stage.ts'
import { detach } from '../support/unanswered.ts'
import type { Screens } from './screen.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What is wrong beside the causes: warnings while connected, notices above everything, and what keeps Enlace from running. */
export const TROUBLE_SCREENS: Screens = {
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

  'warning-time-lock': async (stage) => {
    await stage.linked()
    stage.phone.setTimeLock({ type: 'WEB_COMPANION_ONLY', until: Date.now() + DAY_MS })
    await warned(stage, 'time-lock')
  },
  'warning-chat-cap': async (stage) => {
    await stage.linked()
    stage.phone.setChatCap(Date.now() + DAY_MS)
    await warned(stage, 'chat-cap')
  },

  'notice-preferences-reset': async (stage) => {
    await writeFile(join(stage.folder, 'preferences.json'), '{"window": ')
    await noticed(stage, 'preferences-reset')
  },
  'notice-pin-reset': async (stage) => {
    await writeFile(join(stage.folder, 'pin.json'), '{"hash": ')
    await noticed(stage, 'pin-reset')
  },
  'notice-installation-reset': async (stage) => {
    await mkdir(join(stage.folder, 'installation-id'))
    await noticed(stage, 'installation-reset')
  },
  'notice-synced-folder': async (stage) => {
    const folder = join(stage.folder, 'OneDrive', 'Enlace')
    await noticed(stage, 'synced-folder', { args: [`--user-data-dir=${folder}`] })
  },
  'notice-duplicate-identity': async (stage) => {
    await (await stage.linked()).close()
    await cp(stage.organizationFolder, `${stage.organizationFolder}_copia`, { recursive: true })
    await noticed(stage, 'duplicate-identity')
  },
  'notice-folder-unreadable': async (stage) => {
    await broken(stage, 'organization.json')
    await noticed(stage, 'folder-unreadable')
  },
  'notice-import-refused': async (stage) => {
    await broken(stage, 'creds.json')
    // A folder of another server is looked at twice before anything is said about it.
    await writeFile(join(stage.folder, 'preferences.json'), JSON.stringify({ checkInterval: 15 }))
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
  'blocked-simulator': async (stage) => {
    // It cannot read what it knew before.
    await mkdir(join(stage.folder, 'practice', 'simulated-whatsapp.json'), { recursive: true })
    await stage.start({ args: ['--practice'] })
    await blocked(stage)
  },
  detached: async (stage) => detach(await stage.linked()),
}

async function warned({ enlace }: Stage, code: string): Promise<void> {
  const warning = enlace.page.locator(`[data-warning="${code}"]`)
  await expect(warning).toBeVisible()
}

/** A folder among the organizations that holds half a file. */
async function broken(stage: Stage, file: string): Promise<void> {
  const folder = join(stage.folder, 'organizations', 'org_rota')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, file), '{"half":')
}

async function noticed(stage: Stage, code: string, options: LaunchOptions = {}): Promise<void> {
  const { page } = await stage.start(options)
  await expect(page.locator(`[data-notice="${code}"]`)).toBeVisible()
}

async function blocked({ enlace }: Stage): Promise<void> {
  await expect(enlace.page.getByTestId('blocked')).toBeVisible()
}
