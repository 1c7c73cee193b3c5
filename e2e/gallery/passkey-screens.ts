import { expect } from '../support/patience.ts'
import { closeKeyWindow, plugIn } from '../support/passkeys.ts'
import { scanOnly } from '../support/way-back.ts'
import type { Stage } from '../support/stage.ts'
import type { Screens } from './screen.ts'

/** A link that WhatsApp wants confirmed with the owner's passkey. Codes are in no picture. */
export const PASSKEY_SCREENS: Screens = {
  'passkey-offered': offered,
  'passkey-signing': signing,
  'passkey-tried': async (stage) => {
    await signing(stage)
    await closeKeyWindow(stage.enlace.app)
    await expect(stage.enlace.page.getByTestId('passkey-trouble')).toBeVisible()
  },
  'passkey-waiting': async (stage) => {
    stage.phone.passkeyRules.phoneSilent = true
    await offered(stage)
    await plugIn(stage.enlace.app, [stage.phone.passkey()])
    await stage.enlace.page.getByTestId('primary-action').click()
    await expect(stage.enlace.page.getByTestId('passkey-card')).toHaveAttribute('data-step', 'waiting')
  },
}

/** The phone has scanned, and the person is asked for the key. */
export async function offered(stage: Stage): Promise<void> {
  stage.phone.requirePasskey(true)
  const enlace = await stage.asksForQr()
  await scanOnly(stage)
  await expect(enlace.page.getByTestId('passkey-card')).toHaveAttribute('data-step', 'offered')
}

async function signing(stage: Stage): Promise<void> {
  await offered(stage)
  const { page } = stage.enlace
  await page.getByTestId('primary-action').click()
  await expect(page.getByTestId('passkey-card')).toHaveAttribute('data-step', 'signing')
}
