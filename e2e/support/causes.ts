import { chmod, cp, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './patience.ts'
import { canMount } from '../../src/adapters/test-support/small-disk.ts'
import {
  authority,
  EXPIRED,
  signedBy,
  type Validity,
} from '../../src/adapters/network/test-support/certificates.ts'
import type { ProxyRules } from '../../src/adapters/network/test-support/proxy-server.ts'
import { type CauseCode, SUPPORT_CODES } from '../../src/contract/cause.ts'
import type { Fault } from '../../src/simulator/service/faults.ts'
import { NUMBER, OTHER_NUMBER, OTHER_SHOP, type Stage } from './stage.ts'
import { changeStore, fillStore, forgetCopies, holdStore, loseKey } from './stored-session.ts'
import { inMain } from './in-main.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Ends what lies outside of the app: the network is back, the disk has room. */
export type Mend = () => void | Promise<void>

/** How the real app on real parts comes into a cause. */
interface Provocation {
  /** As what the window shows it. A `notice` is a bar above everything, and no session's state. */
  readonly shownAs: 'unlinked' | 'scan' | 'reconnecting' | 'attention' | 'unavailable' | 'notice'
  /** Brings a stage on which nothing has been started into it; null where the app itself is all there is to mend. */
  readonly happen: (stage: Stage) => Promise<Mend | null>
  /** Needs a file system of its own, which not every machine gives a test. */
  readonly needsMount?: true
}

/** Brings the stage into a cause, and waits until the window shows it with its support code. */
export async function provoke(stage: Stage, cause: CauseCode): Promise<Mend | null> {
  const { happen, shownAs } = CAUSES[cause]
  const mend = await happen(stage)
  const { page } = stage.enlace
  if (shownAs === 'notice') {
    await expect(page.locator(`[data-notice="${cause}"]`)).toBeVisible()
  } else {
    await stage.enlace.expectStatus(shownAs, cause)
    await expect(page.getByTestId('support-code').first()).toHaveText(SUPPORT_CODES[cause])
  }
  return mend
}

/** Whether this machine can bring the app into a cause. */
export function canProvoke(cause: CauseCode): boolean {
  return canMount || CAUSES[cause].needsMount !== true
}

/** Every cause there is: a new one does not compile before it has its row. */
const CAUSES: Readonly<Record<CauseCode, Provocation>> = {
  'restore-failed': {
    shownAs: 'reconnecting',
    happen: async (stage) => {
      await stage.linked()
      await stage.restart(() => stage.simulator.setFault({ kind: 'garbage' }))
      await pressUntil(stage, 'retry-now', 'restore-failed')
      return () => stage.simulator.setFault(null)
    },
  },
  'damaged-store': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.linked()
      await stage.restart(async () => {
        const generation = stage.generationFolder
        await forgetCopies(generation)
        await fillStore(generation, 0)
      })
      return null
    },
  },
  'vault-locked': {
    shownAs: 'unavailable',
    happen: async (stage) => {
      const { app, page } = await stage.stopped()
      // The system's own vault cannot be locked from here; everything behind its answer is real.
      await inMain(app, ({ safeStorage }) => {
        Reflect.set(globalThis, 'askVault', Reflect.get(safeStorage, 'isAsyncEncryptionAvailable'))
        Reflect.set(globalThis, 'openVault', Reflect.get(safeStorage, 'decryptStringAsync'))
        safeStorage.isAsyncEncryptionAvailable = () => Promise.resolve(false)
        safeStorage.decryptStringAsync = () => Promise.reject(new Error('locked'))
      })
      await page.getByTestId('primary-action').click()
      return () =>
        inMain(app, ({ safeStorage }) => {
          Reflect.set(safeStorage, 'isAsyncEncryptionAvailable', Reflect.get(globalThis, 'askVault'))
          Reflect.set(safeStorage, 'decryptStringAsync', Reflect.get(globalThis, 'openVault'))
        })
    },
  },
  'vault-lost': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.reconnected(async () => {
        const generation = stage.generationFolder
        await forgetCopies(generation)
        loseKey(generation)
      })
      return null
    },
  },
  'foreign-store': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.linked()
      await stage.restart(async () => {
        loseKey(stage.generationFolder)
        await rm(join(stage.folder, 'installation-id'))
      })
      return null
    },
  },
  'store-newer': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.reconnected(async () => {
        changeStore(stage.generationFolder, (database) => database.exec('PRAGMA user_version = 99'))
      })
      return null
    },
  },
  'folder-in-use': {
    shownAs: 'unavailable',
    happen: async (stage) => {
      await stage.stopped()
      const release = await holdStore(stage.generationFolder)
      stage.afterwards(release)
      await stage.enlace.page.getByTestId('primary-action').click()
      return release
    },
  },
  'folder-missing': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.stopped()
      const place = stage.organizationFolder
      const aside = join(stage.folder, 'aside')
      await rename(place, aside)
      await stage.enlace.page.getByTestId('primary-action').click()
      return () => rename(aside, place)
    },
  },

  'not-scanned': {
    shownAs: 'unlinked',
    happen: async (stage) => {
      const { settings } = stage.simulator
      const { qrRefs } = settings
      // A real server gives six codes, which last two and a half minutes; this one has none left to give.
      settings.qrRefs = 0
      await stage.asksForQr()
      return () => void (settings.qrRefs = qrRefs)
    },
  },
  'unlinked-from-phone': whileOnline((stage) => stage.phone.device().unlink()),
  replaced: whileOnline((stage) => stage.phone.device().conflict()),
  'relink-required': whileOnline((stage) => stage.phone.device().downgrade()),
  'passkey-required': {
    shownAs: 'attention',
    happen: async (stage) => {
      stage.phone.requirePasskey(true)
      const enlace = await stage.asksForQr()
      const scanned = stage.phone.scan(await enlace.readQr()).then(() => 'linked', String)
      await expect(enlace.page.getByTestId('passkey-card')).toBeVisible()
      // The line is cut while the person fetches the key.
      stage.simulator.dropAll()
      expect(await scanned).toMatch(/passkey/)
      return () => stage.phone.requirePasskey(false)
    },
  },
  'scan-failed': {
    shownAs: 'scan',
    happen: async (stage) => {
      const enlace = await stage.asksForQr()
      stage.phone.spoilNextScan(true)
      await expect(stage.phone.scan(await enlace.readQr())).rejects.toThrow(/closed the connection/)
      return null
    },
  },
  'code-refused': whereNoCodeIsGiven(429),
  'number-refused': whereNoCodeIsGiven(404),

  network: {
    shownAs: 'reconnecting',
    happen: async (stage) => {
      await stage.linked()
      await stage.simulator.pause()
      return () => stage.simulator.resume()
    },
  },
  'whatsapp-unavailable': whileRefused('reconnecting', { kind: 'login-failure', reason: 503 }),
  'handshake-refused': whileRefused('reconnecting', { kind: 'garbage' }),
  intercepted: {
    shownAs: 'reconnecting',
    happen: (stage) => whileShowing(stage, {}, 'another authority'),
  },
  'wrong-clock': {
    shownAs: 'reconnecting',
    happen: (stage) => whileShowing(stage, EXPIRED),
  },
  'captive-portal': whileRefused('reconnecting', {
    kind: 'refuse-upgrade',
    status: 302,
    location: 'http://wifi.example/',
  }),
  'proxy-refused': {
    shownAs: 'reconnecting',
    happen: async (stage) => {
      const rules: ProxyRules = {}
      await stage.behindProxy(rules)
      await stage.linked()
      rules.refuse = 403
      stage.phone.device().dropTcp()
      return () => {
        delete rules.refuse
      }
    },
  },
  outdated: whileRefused('reconnecting', { kind: 'login-failure', reason: 405 }),
  unknown: whileRefused('reconnecting', { kind: 'login-failure', reason: 499 }),

  restricted: whileSentenced(403),
  banned: whileSentenced(406),
  'removed-while-limited': whileOnline((stage) => {
    stage.phone.setTimeLock({ type: 'DEFAULT', until: Date.now() + DAY_MS })
    stage.phone.device().unlink()
  }),

  'wrong-number': {
    shownAs: 'attention',
    happen: async (stage) => {
      const enlace = await stage.linked()
      stage.phone.device().unlink()
      await enlace.expectStatus('attention', 'unlinked-from-phone')
      await enlace.page.getByTestId('primary-action').click()
      await stage.simulator.phone(OTHER_NUMBER).scan(await enlace.readQr())
      return null
    },
  },
  'another-account': {
    shownAs: 'attention',
    happen: async (stage) => {
      const enlace = await stage.linked()
      stage.phone.device().unlink()
      await enlace.expectStatus('attention', 'unlinked-from-phone')
      await enlace.page.getByTestId('primary-action').click()
      await stage.simulator.phone(NUMBER, { lid: '199999999999999' }).scan(await enlace.readQr())
      return null
    },
  },
  'duplicate-number': {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.linked()
      const enlace = await stage.asksForQr(OTHER_SHOP)
      await stage.phone.scan(await enlace.readQr())
      stage.takePhone(OTHER_NUMBER)
      return null
    },
  },
  'duplicate-identity': {
    shownAs: 'notice',
    happen: async (stage) => {
      await stage.linked()
      await stage.restart(async () => {
        const original = stage.organizationFolder
        await cp(original, `${original}_copia`, { recursive: true })
      })
      return null
    },
  },

  'read-only': {
    shownAs: 'unavailable',
    happen: async (stage) => {
      const disk = canMount ? await stage.onSmallDisk() : null
      await stage.stopped()
      const folder = stage.organizationFolder
      // For an administrator a folder is never read-only, and the others may not mount.
      const set = async (how: 'ro' | 'rw') =>
        disk ? disk.remount(how) : chmod(folder, how === 'ro' ? 0o500 : 0o700)
      await set('ro')
      stage.afterwards(() => set('rw'))
      await stage.enlace.page.getByTestId('primary-action').click()
      return () => set('rw')
    },
  },
  'disk-full': {
    shownAs: 'unavailable',
    needsMount: true,
    happen: async (stage) => {
      const disk = await stage.onSmallDisk()
      await stage.linked()
      disk.fill()
      await stage.simulator.contact('573015550101').sendText(NUMBER, 'no cabe')
      return () => disk.makeRoom()
    },
  },
  'io-error': {
    shownAs: 'unavailable',
    happen: async (stage) => {
      await stage.stopped()
      // What has the database's name leads somewhere else.
      const store = join(stage.generationFolder, 'auth.db')
      const elsewhere = join(stage.folder, 'auth.db')
      await rename(store, elsewhere)
      await symlink(elsewhere, store)
      await stage.enlace.page.getByTestId('primary-action').click()
      return () => rename(elsewhere, store)
    },
  },
}

/** WhatsApp refuses a code to type. */
function whereNoCodeIsGiven(status: number): Provocation {
  return {
    shownAs: 'scan',
    happen: async (stage) => {
      stage.simulator.setFault({ kind: 'code-refused', status })
      const { page } = await stage.unlinked()
      await page.getByTestId('link-by-phone').click()
      await page.getByTestId('phone-number').fill(`+${NUMBER}`)
      await page.getByTestId('request-code').click()
      return () => stage.simulator.setFault(null)
    },
  }
}

function whileOnline(happen: (stage: Stage) => void): Provocation {
  return {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.linked()
      happen(stage)
      return null
    },
  }
}

/** The server meets every connection with a fault until it is mended. */
function whileRefused(shownAs: 'reconnecting' | 'attention', fault: Fault): Provocation {
  return {
    shownAs,
    happen: async (stage) => {
      await stage.linked()
      stage.simulator.setFault(fault)
      stage.phone.device().dropTcp()
      return () => stage.simulator.setFault(null)
    },
  }
}

/** The connection is encrypted, and shows another certificate until it is mended. */
async function whileShowing(stage: Stage, validity: Validity, by?: string): Promise<Mend> {
  const { front, ca } = await stage.encrypted()
  await stage.linked()
  const right = await signedBy(ca)
  front.show(await signedBy(by === undefined ? ca : await authority(by), validity))
  stage.phone.device().dropTcp()
  return () => front.show(right)
}

/** The account is refused until WhatsApp changes its mind. */
function whileSentenced(reason: number): Provocation {
  return {
    shownAs: 'attention',
    happen: async (stage) => {
      await stage.linked()
      const device = stage.phone.device()
      device.refuseLogins(reason)
      device.failure(reason)
      return () => device.refuseLogins(null)
    },
  }
}

/** Somebody has no patience: instead of waiting for the next attempt, it is asked for. */
async function pressUntil({ enlace }: Stage, button: string, cause: CauseCode): Promise<void> {
  const { page } = enlace
  const reached = page.locator(`[data-testid="status"][data-cause="${cause}"]`)
  await expect(async () => {
    if (!(await reached.isVisible())) await page.getByTestId(button).click({ timeout: 500 })
    await expect(reached).toBeVisible({ timeout: 500 })
  }).toPass()
}
