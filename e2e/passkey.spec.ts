import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { Onlooker } from '../src/adapters/passkey/test-support/virtual-key.ts'
import { hasChromium, processesWith, WhatsAppWeb } from '../src/adapters/passkey/test-support/whatsapp-web.ts'
import type { PasskeyKey } from '../src/simulator/world/passkey-key.ts'
import type { Simulator } from '../src/simulator/server.ts'
import type { Phone } from '../src/simulator/phone/phone.ts'
import type { Enlace } from './support/enlace.ts'
import { expect, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'
import { closeKeyWindow, credentialOf, plugIn } from './support/passkeys.ts'

const NUMBER = '573007915262'

/** The phone of an account that WhatsApp links only with its passkey. */
function ownerOf(simulator: Simulator): Phone {
  const phone = simulator.phone(NUMBER)
  phone.requirePasskey(true)
  return phone
}

/** Up to the step in which the key is used. */
async function toOffer(enlace: Enlace, phone: Phone): Promise<{ readonly scanned: Promise<string> }> {
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  const scanned = phone.scan(await enlace.readQr()).then(() => 'linked', String)
  await expectStep(enlace, 'offered')
  return { scanned }
}

async function expectStep(enlace: Enlace, step: string): Promise<void> {
  await expect(enlace.page.getByTestId('passkey-card')).toHaveAttribute('data-step', step)
}

function windows(app: ElectronApplication): Promise<number> {
  return inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

test('a whole link with a passkey, from the pixels to Conectado', async ({ simulator, launch }) => {
  const phone = ownerOf(simulator)
  const enlace = await launch()
  await plugIn(enlace.app, [phone.passkey()])
  await toOffer(enlace, phone)
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  expect(phone.linkedDevices()).toHaveLength(1)
  expect(phone.ceremony()).toMatchObject({ proven: true })
  await expect.poll(() => windows(enlace.app)).toBe(1)
  expect(simulator.errors).toEqual([])
})

test('of two keys the person chooses one', async ({ simulator, launch }) => {
  const phone = ownerOf(simulator)
  const second = phone.addPasskey()
  const keys: readonly PasskeyKey[] = [phone.passkey(), second]
  const enlace = await launch()
  await plugIn(enlace.app, keys)
  // The system's own question cannot be answered from here; everything before and behind it is real.
  await inMain(enlace.app, ({ dialog }) => {
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, { buttons }: { buttons: readonly string[] }) => {
      Reflect.set(globalThis, 'offeredKeys', buttons)
      return Promise.resolve({ response: buttons.findIndex((name) => name === 'Llave 2') })
    })
  })
  await toOffer(enlace, phone)
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')
  const offered = await inMain(enlace.app, (): unknown => Reflect.get(globalThis, 'offeredKeys'))
  // In the order in which the authenticator names them, and the way out last.
  expect(offered).toEqual([expect.stringMatching(/^Llave/), expect.stringMatching(/^Llave/), 'Cancelar'])
  expect(new Set(Array.isArray(offered) ? offered : []).size).toBe(3)
})

test('a window that is closed, and no key at all, are told, and nothing is left', async ({
  simulator,
  launch,
}) => {
  const phone = ownerOf(simulator)
  const enlace = await launch()
  const { app, page } = enlace
  const { scanned } = await toOffer(enlace, phone)
  // Without any authenticator there is no dialog and no error: it waits for the person.
  await page.getByTestId('primary-action').click()
  await expectStep(enlace, 'signing')
  await expect.poll(() => windows(app)).toBe(2)
  await closeKeyWindow(app)
  await expectStep(enlace, 'offered')
  await expect(page.getByTestId('passkey-trouble')).toBeVisible()

  await plugIn(app, [])
  await page.getByTestId('primary-action').click()
  await expectStep(enlace, 'offered')
  await expect.poll(() => windows(app)).toBe(1)

  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('attention', 'passkey-required')
  await expect.poll(() => windows(app)).toBe(1)
  expect(await scanned).toMatch(/passkey/)
  expect(phone.linkedDevices()).toEqual([])
  expect(simulator.connections.live()).toEqual([])
})

test('cancelled while the window is open, the window goes and the next link is made', async ({
  simulator,
  launch,
}) => {
  const phone = ownerOf(simulator)
  const enlace = await launch()
  const { app, page } = enlace
  await toOffer(enlace, phone)
  await page.getByTestId('primary-action').click()
  await expect.poll(() => windows(app)).toBe(2)
  await page.getByTestId('passkey-cancel').click()
  await enlace.expectStatus('unlinked')
  await expect.poll(() => windows(app)).toBe(1)

  await plugIn(app, [phone.passkey()])
  await page.getByTestId('primary-action').click()
  await phone.scan(await enlace.readQr(), () => void page.getByTestId('primary-action').click())
  await enlace.expectStatus('online')
})

test.describe('in the browser of this computer', () => {
  // Chromium, certutil and Xvfb: `npm test` installs them on Debian as root.
  test.skip(!hasChromium, 'needs a browser')
  const byBrowser = (web: WhatsAppWeb) => ({
    programs: web.programs,
    environment: { ENLACE_PASSKEY_WAY: 'browser' },
  })

  test('a whole link', async ({ folder, simulator, launch }) => {
    const phone = ownerOf(simulator)
    const web = await WhatsAppWeb.start()
    // The page comes when the key is there.
    const ready = Promise.withResolvers<void>()
    web.patience = ready.promise
    const enlace = await launch(byBrowser(web))
    await toOffer(enlace, phone)
    await enlace.page.getByTestId('primary-action').click()
    await expectStep(enlace, 'signing')
    const profiles = join(folder, 'passkey')
    const looking = await Onlooker.at(profiles)
    await expect.poll(() => web.asked).toEqual(['GET /'])
    const [page] = await looking.pages()
    await looking.plugIn(
      { credential: credentialOf(phone.passkey()) },
      await looking.attach(page?.targetId ?? ''),
    )
    ready.resolve()
    await enlace.expectStatus('online')
    looking.close()
    await expect.poll(() => readdir(profiles)).toEqual([])
    expect(processesWith(profiles)).toEqual([])
    await web.close()
  })

  test('without a key it waits, and goes when it is cancelled', async ({ folder, simulator, launch }) => {
    const phone = ownerOf(simulator)
    const web = await WhatsAppWeb.start()
    const enlace = await launch(byBrowser(web))
    await toOffer(enlace, phone)
    await enlace.page.getByTestId('primary-action').click()
    await expect.poll(() => web.asked).toEqual(['GET /'])
    await expectStep(enlace, 'signing')
    await enlace.page.getByTestId('passkey-cancel').click()
    await enlace.expectStatus('unlinked')
    const profiles = join(folder, 'passkey')
    await expect.poll(() => readdir(profiles)).toEqual([])
    expect(processesWith(profiles)).toEqual([])
    await web.close()
  })
})
