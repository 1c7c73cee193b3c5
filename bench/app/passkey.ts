import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Enlace } from '../../e2e/support/enlace.ts'
import { plugIn } from '../../e2e/support/passkeys.ts'
import { say } from '../progress.ts'
import type { RemoteSimulator } from '../sessions/simulator.ts'
import { clickUntil, untilShown } from './link.ts'

/** Milliseconds until *Conectado* is on the screen, one value for each link. */
export interface PasskeyWaits {
  /** From the scan of an account that wants no passkey. */
  readonly fromScan: readonly number[]
  /** From the press on *Usar la llave de acceso*, with a key that signs at once. */
  readonly fromPress: readonly number[]
}

const ONLINE = '[data-testid="status"][data-status="online"]'

/** Links accounts that want a passkey and accounts that do not, in turns, in the same app. */
export async function linkWithPasskeys(
  parent: string,
  simulator: RemoteSimulator,
  each: number,
): Promise<PasskeyWaits> {
  say(`linking ${each} with a passkey, and ${each} without`)
  const enlace = await Enlace.launch(await mkdtemp(join(parent, 'passkeys-')), {
    whatsappUrl: simulator.url,
  })
  const numbers = Array.from({ length: each }, (_, n) => `5732${10_000_000 + n}`)
  await plugIn(enlace.app, await Promise.all(numbers.map((number) => simulator.passkeyOf(number))))
  const { page } = enlace
  const qrOf = async (name: string) => {
    await enlace.addOrganization(name)
    await page.getByTestId('primary-action').click()
    return enlace.readQr()
  }
  const fromScan: number[] = []
  const fromPress: number[] = []
  // The first one also loads Baileys.
  await simulator.scan(await qrOf('Primera'), '573309999999')
  await enlace.expectStatus('online')
  for (const [n, number] of numbers.entries()) {
    const plain = await qrOf(`Sin llave ${n}`)
    const online = untilShown(page, ONLINE)
    const { at } = await simulator.scan(plain, `5733${10_000_000 + n}`)
    fromScan.push((await online) - at)

    await simulator.scanForPasskey(await qrOf(`Con llave ${n}`), number)
    await page.locator('[data-testid="passkey-card"][data-step="offered"]').waitFor()
    fromPress.push(await clickUntil(page, '[data-testid="passkey-use"]', ONLINE))
  }
  await enlace.close()
  await simulator.untilOnline(0)
  return { fromScan, fromPress }
}
