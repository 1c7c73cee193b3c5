import type { Page } from 'playwright'
import { violations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import type { Enlace } from './support/enlace.ts'

const SIGN_IN = { user: 'tienda', password: 'secreta-1' }

async function openPanel({ page }: Enlace): Promise<void> {
  await page.getByTestId('preferences').click()
  await page.getByTestId('preferences-network').click()
}

/** What the steps have come to, in their order, once nothing is being tested any more. */
async function results(page: Page): Promise<readonly (string | null)[]> {
  await page.getByTestId('network-test').click()
  const steps = page.getByTestId('network-step')
  await expect(steps).toHaveCount(6)
  await expect(page.getByTestId('network-advice')).not.toHaveText('')
  return steps.evaluateAll((found) =>
    found.map((step) => `${step.getAttribute('data-step')} ${step.getAttribute('data-result')}`),
  )
}

/** As a person would look at it, in both themes. */
async function picture({ page }: Enlace, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await test.info().attach(`${name}-${colorScheme}`, {
      body: await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) }),
      contentType: 'image/png',
    })
    expect(await violations(page)).toEqual([])
  }
}

test('the direct way is named, and its test ticks step by step', async ({ stage }) => {
  const enlace = await stage.linked()
  await openPanel(enlace)
  const { page } = enlace
  await expect(page.getByTestId('network-use')).toHaveText('Directo')
  expect(await results(page)).toEqual([
    'name skipped',
    'address ok',
    'proxy skipped',
    'tls skipped',
    'whatsapp ok',
    'clock ok',
  ])
  await expect(page.getByTestId('network-advice')).toHaveText('Todo el camino hasta WhatsApp funciona.')
  await picture(enlace, 'direct')
})

test('the certificate’s issuer is named, also where it is somebody else’s', async ({ stage }) => {
  await stage.encrypted()
  await stage.linked()
  await openPanel(stage.enlace)
  const { page } = stage.enlace
  expect(await results(page)).toContain('tls ok')
  await expect(page.locator('[data-step="tls"]')).toContainText('Certificado de Autoridad de este equipo')
  await picture(stage.enlace, 'encrypted')
})

test('a proxy is named, asks for a sign-in once, and is kept', async ({ stage, simulator, launch }) => {
  const proxy = await stage.behindProxy({ signIn: SIGN_IN })
  const { enlace } = stage
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano', 'oceano-01')
  await page.getByTestId('primary-action').click()
  await expect(page.locator('[data-notice="proxy-sign-in"]')).toBeVisible()
  await page.getByTestId('proxy-sign-in').click()
  await expect(page.getByTestId('network-use')).toHaveText(`Proxy del sistema: ${proxy.place}`)
  expect(await results(page)).toContain('proxy failed')
  await picture(enlace, 'sign-in')

  await page.getByTestId('proxy-user').fill(SIGN_IN.user)
  await page.getByTestId('proxy-password').fill('equivocada')
  await page.getByTestId('save-proxy').click()
  await expect(page.locator('[data-notice="proxy-sign-in-refused"]')).toHaveCount(1)
  await page.getByTestId('proxy-user').fill(SIGN_IN.user)
  await page.getByTestId('proxy-password').fill(SIGN_IN.password)
  await page.getByTestId('save-proxy').click()
  await expect(page.getByTestId('forget-proxy')).toBeVisible()
  expect(await results(page)).toContain('proxy ok')
  await page.keyboard.press('Escape')
  await stage.phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')

  // Nothing is asked at the next start.
  await enlace.close()
  const again = await launch({ args: [`--proxy-server=${proxy.place}`, '--proxy-bypass-list=<-loopback>'] })
  await again.expectStatus('online')
  await expect(again.page.getByTestId('notice')).toHaveCount(0)
  expect(simulator.connections.live()).toHaveLength(1)
})

test('no connection leaves this computer but to WhatsApp', async ({ stage }) => {
  // A proxy for everything, Chromium's own requests included, that sees where they go.
  const proxy = await stage.behindProxy()
  await stage.linked()
  await openPanel(stage.enlace)
  await results(stage.enlace.page)
  await stage.enlace.page.keyboard.press('Escape')
  // A page that is typed in is what a spelling dictionary would be fetched for.
  await stage.enlace.page.getByTestId('add-organization').click()
  await stage.enlace.page.getByTestId('organization-name').fill('Optica con fallta')
  const { host } = new URL(stage.simulator.url)
  const others = [...proxy.asked.map(({ target }) => target), ...proxy.others].filter((to) => to !== host)
  expect(others).toEqual([])
})
