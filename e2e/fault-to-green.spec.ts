import { type CauseCode, isCauseCode, SUPPORT_CODES } from '../src/contract/cause.ts'
import { PASSKEY_TROUBLES } from '../src/contract/passkey.ts'
import { textIn } from '../src/text/text.ts'
import { canProvoke, provoke } from './support/causes.ts'
import { expect, sharedStage, test } from './support/fixtures.ts'
import { plugIn } from './support/passkeys.ts'
import { prepareOrganizations } from './support/prepared.ts'
import { NUMBER, type Stage } from './support/stage.ts'
import { followToGreen } from './support/way-back.ts'

/**
 * Who ends a cause. The shop does with what the window offers; for the rest the window says what to wait for, whom to
 * call, or where to go.
 */
type Who = 'shop' | 'time' | 'support' | 'update' | 'other computer'

const WHO: Readonly<Record<CauseCode, Who>> = {
  'restore-failed': 'shop',
  'damaged-store': 'shop',
  'vault-locked': 'shop',
  'vault-lost': 'shop',
  'foreign-store': 'other computer',
  'store-newer': 'update',
  'folder-in-use': 'shop',
  'folder-missing': 'shop',
  'not-scanned': 'shop',
  'unlinked-from-phone': 'shop',
  replaced: 'shop',
  'relink-required': 'shop',
  'passkey-required': 'shop',
  'scan-failed': 'shop',
  'code-refused': 'shop',
  'number-refused': 'shop',
  network: 'shop',
  'whatsapp-unavailable': 'time',
  'handshake-refused': 'shop',
  intercepted: 'shop',
  'wrong-clock': 'shop',
  'captive-portal': 'shop',
  'proxy-refused': 'shop',
  outdated: 'update',
  restricted: 'time',
  banned: 'time',
  'removed-while-limited': 'time',
  'wrong-number': 'shop',
  'another-account': 'shop',
  'duplicate-number': 'shop',
  'duplicate-identity': 'support',
  'read-only': 'shop',
  'disk-full': 'shop',
  'io-error': 'shop',
  unknown: 'shop',
}

/** How Spanish says so. */
const SAYS: Readonly<Record<Exclude<Who, 'shop'>, RegExp>> = {
  time: /cuando WhatsApp vuelva|cuando el teléfono vuelva|espere a que termine|la respuesta llega/i,
  support: /llame a su soporte/i,
  update: /actualice Enlace/i,
  'other computer': /en el equipo y con el usuario de antes/i,
}

/** Nothing that stands first to be pressed: what would help lies elsewhere, or has to be waited for. */
const WITHOUT_BUTTON: readonly CauseCode[] = [
  'foreign-store',
  'store-newer',
  'duplicate-identity',
  'removed-while-limited',
]

/**
 * They come over a session that is online, or that logs out first, and leave it online: one app plays them all. The
 * others need an app of their own, started in its own way, or leave it as it never is afterwards.
 */
const SHARING: readonly CauseCode[] = [
  'unlinked-from-phone',
  'replaced',
  'relink-required',
  'network',
  'whatsapp-unavailable',
  'handshake-refused',
  'captive-portal',
  'outdated',
  'unknown',
  'restricted',
  'banned',
  'not-scanned',
  'passkey-required',
  'scan-failed',
  'code-refused',
  'number-refused',
  'folder-in-use',
  'folder-missing',
  'vault-locked',
  'vault-lost',
  'io-error',
  'restore-failed',
  'damaged-store',
]

const text = textIn('es')

/** Into a cause and out of it again, as the person it happens to. */
async function play(stage: Stage, cause: CauseCode): Promise<void> {
  const who = WHO[cause]
  const mend = await provoke(stage, cause)
  const { page } = stage.enlace
  if (who !== 'shop') {
    expect(text.causes[cause].next).toMatch(SAYS[who])
    if (cause !== 'duplicate-identity') await expect(page.getByText(text.causes[cause].next)).toBeVisible()
  }
  if (WITHOUT_BUTTON.includes(cause)) {
    await expect(page.getByTestId('primary-action')).toHaveCount(0)
    return
  }

  await mend?.()
  const { clicks, scans } = await followToGreen(stage)
  expect(clicks).toBeLessThanOrEqual(2)
  expect(scans).toBeLessThanOrEqual(1)
}

function title(cause: CauseCode): string {
  return `${SUPPORT_CODES[cause]} ${cause}: ${WHO[cause]}`
}

for (const cause of Object.keys(SUPPORT_CODES).filter(isCauseCode)) {
  if (SHARING.includes(cause)) continue
  test(title(cause), async ({ stage }) => {
    test.skip(!canProvoke(cause), 'needs a file system of its own')
    await play(stage, cause)
  })
}

test.describe('over a session that is online', () => {
  const stage = sharedStage()
  for (const cause of SHARING) test(title(cause), () => play(stage(), cause))
})

test.describe('a passkey that came to nothing, and then confirms', () => {
  const shops = PASSKEY_TROUBLES.map((passkey, n) => ({ passkey, number: String(Number(NUMBER) + n) }))
  const stage = sharedStage(async (unstarted) => {
    await prepareOrganizations(
      unstarted.folder,
      shops.map(({ passkey }) => ({
        name: passkey,
        linked: false,
        lastNumber: null,
        heldBy: { code: 'passkey-required', detail: null, passkey },
      })),
    )
    const phones = shops.map(({ number }) => unstarted.simulator.phone(number))
    for (const phone of phones) {
      phone.requirePasskey(true)
      phone.passkeyRules.namesKeys = true
    }
    const { app } = await unstarted.start()
    await plugIn(
      app,
      phones.map((phone) => phone.passkey()),
    )
  })
  for (const { passkey, number } of shops) {
    test(passkey, async () => {
      const { enlace } = stage()
      stage().takePhone(number)
      await enlace.page.getByTestId('organization-item').filter({ hasText: passkey }).first().click()
      await enlace.expectStatus('attention', 'passkey-required')
      await expect(enlace.page.getByText(text.passkey.ends[passkey].next)).toBeVisible()
      await expect(enlace.page.getByTestId('clear-session')).toHaveCount(0)
      expect(await followToGreen(stage())).toEqual({ clicks: 2, scans: 1 })
    })
  }
})

test('another number that nobody wanted leaves in two clicks and one scan', async ({ stage }) => {
  await provoke(stage, 'wrong-number')
  expect(await followToGreen(stage, 'reject-number')).toEqual({ clicks: 2, scans: 1 })
})
