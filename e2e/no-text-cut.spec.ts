import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { otherServersFolder } from '../src/adapters/test-support/other-server.ts'
import { ACTIVITY_RANGES } from '../src/contract/activity.ts'
import { type CauseCode, SUPPORT_CODES } from '../src/contract/cause.ts'
import { LANGUAGES } from '../src/contract/preferences.ts'
import { cutText } from './support/cut-text.ts'
import type { Enlace } from './support/enlace.ts'
import { PASSKEY_SCREENS } from './gallery/passkey-screens.ts'
import { violationsInBoth } from './support/axe.ts'
import { closeKeyWindow } from './support/passkeys.ts'
import { expect, test } from './support/fixtures.ts'
import { prepareHistory } from './support/history.ts'
import { killSimulator } from './support/practice.ts'
import { prepareOrganizations } from './support/prepared.ts'
import { visitLayers } from './support/layers.ts'
import { detach } from './support/unanswered.ts'
import { prefer, VIEW_SIZES, view } from './support/window-view.ts'

const NUMBER = '573007915262'
const CAUSES = Object.keys(SUPPORT_CODES) as CauseCode[]

/** One organization held by each cause, and the states that rest; with names as awkward as they come. */
const PREPARED = [
  ...CAUSES.map((code) => ({
    name: code,
    heldBy: { code, detail: code === 'unknown' ? 499 : null },
    heldNumber: code === 'wrong-number' ? '573126809496' : null,
  })),
  { name: 'Detenida' },
  { name: 'Traída de otro servidor', elsewhere: true },
  { name: 'Sin vincular', linked: false, lastNumber: null },
  {
    name: 'Limpiada',
    linked: false,
    generation: 2,
    nextGeneration: 3,
    quarantine: [
      { generation: 1, clearedAt: Date.now(), linked: true, number: NUMBER, lid: null, ended: false },
    ],
  },
  { name: 'N'.repeat(80) },
  { name: 'متجر النظارات في المحيط الكبير والجميل جدا جدا للجميع في المدينة' },
  { name: `Óptica ${'👓'.repeat(36)}` },
]

/** What is cut in the window as it is, with where that is. */
async function cuts({ page }: Enlace, where: string): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready)
  return (await cutText(page)).map((complaint) => `${where}: ${complaint}`)
}

/** Shows an organization, through the drawer where there is no sidebar. */
async function show({ page }: Enlace, name: string): Promise<void> {
  const drawer = page.getByTestId('open-list')
  if (await drawer.isVisible()) await drawer.click()
  const row = page.getByTestId('organization-item').filter({ hasText: name }).first()
  await row.evaluate((element: HTMLElement) => element.click())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The guide's beginning and one of its pages; narrow, the way there is in the drawer. */
async function lookAtGuide(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  const drawer = page.getByTestId('open-list')
  if (await drawer.isVisible()) await drawer.press('Enter')
  await page.getByTestId('guide').press('Enter')
  await expect(page.getByTestId('guide-sheet')).toBeVisible()
  await look('guide')
  await page.getByTestId('guide-R-13').press('Enter')
  await expect(page.getByTestId('guide-start')).toBeVisible()
  await look('a page of the guide')
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

/** Those with the least room, where text is cut first; `ENLACE_ALL_SIZES=1` looks at the others as well. */
const SIZES = Object.entries(VIEW_SIZES).filter(
  ([size]) =>
    process.env['ENLACE_ALL_SIZES'] === '1' || ['smallest within a frame', 'shop PC at 200 %'].includes(size),
)

/** Looks at the window at the sizes, in every language; light in two of them, dark in the third. */
async function everywhere(enlace: Enlace, look: (where: string) => Promise<void>): Promise<void> {
  for (const [size, viewSize] of SIZES) {
    await view(enlace, viewSize)
    for (const language of LANGUAGES) {
      await prefer(enlace, { language, theme: language === 'en' ? 'dark' : 'light' })
      await look(`${size}, ${language}`)
    }
  }
  await view(enlace, VIEW_SIZES['shop PC'])
}

/** Flaws that the measuring has to find: a test that cannot fail is none. */
const FLAWS = {
  '[data-testid="status"] { max-width: 60px; overflow: hidden; white-space: nowrap }': 'is cut off',
  '[data-testid="primary-action"] { width: 40px; padding: 0; white-space: nowrap }': 'larger than its button',
  'h2 { margin-bottom: -24px !important }': 'drawn over each other',
  'main p { width: 3000px; max-width: none !important }': 'is cut off',
  'main { overflow: auto !important } h2 { white-space: nowrap; width: 3000px }': 'scrolls sideways',
  '#root { margin-left: -60px }': 'beyond the window',
}

test('the measuring finds each kind of flaw', async ({ folder, launch }) => {
  await prepareOrganizations(folder, [{ name: 'Óptica', heldBy: { code: 'replaced', detail: 440 } }])
  const enlace = await launch()
  // While it fades in, nothing can be read yet.
  await enlace.page.emulateMedia({ reducedMotion: 'reduce' })
  await enlace.expectStatus('attention')
  expect(await cuts(enlace, 'as it is')).toEqual([])
  for (const [style, complaint] of Object.entries(FLAWS)) {
    await enlace.page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    }, style)
    expect(await cuts(enlace, style)).toContainEqual(expect.stringContaining(complaint))
  }
})

test('no text is cut off: every cause, every state that rests, every name', async ({ folder, launch }) => {
  await prepareOrganizations(folder, PREPARED)
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  await expect(page.getByTestId('organization-item')).toHaveCount(PREPARED.length)
  const found: string[] = []
  await everywhere(enlace, async (where) => {
    for (const { name } of PREPARED) {
      await show(enlace, name)
      found.push(...(await cuts(enlace, `${where}, ${name.slice(0, 30)}`)))
    }
  })
  expect(found).toEqual([])
})

test('no text is cut off: linking, connected, reconnecting, and all that opens over them', async ({
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  const found: string[] = []
  const look = async (where: string) => void found.push(...(await cuts(enlace, where)))
  const lookEverywhere = (state: string) => everywhere(enlace, (where) => look(`${where}, ${state}`))

  await lookEverywhere('empty')
  // As many codes as it takes to look at all of them.
  simulator.settings.qrRefs = 60
  const phone = simulator.phone(NUMBER, { name: 'Distribuidora de Artículos Ópticos y Joyería Océano' })
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('primary-action').press('Enter')
  await enlace.expectStatus('scan')
  await everywhere(enlace, async (where) => {
    await look(`${where}, scan`)
    await page.keyboard.press('f')
    await look(`${where}, large code`)
    await page.keyboard.press('Escape')
    await visitLayers(page, (layer) => look(`${where}, scan, ${layer}`))
  })
  await view(enlace, VIEW_SIZES['shop PC'])
  await phone.scan(await enlace.readQr())
  await enlace.expectStatus('online')
  await page.getByTestId('test-connection').press('Enter')
  await page.getByTestId('confirm-test').press('Enter')
  await expect(page.getByTestId('test-result')).toBeVisible()
  await simulator.flood(NUMBER, { senders: 4, each: 3 })
  await expect(page.getByTestId('warning')).toBeVisible()
  await everywhere(enlace, async (where) => {
    await look(`${where}, connected with a warning`)
    await visitLayers(page, (layer) => look(`${where}, connected, ${layer}`))
    await visitLayers(page, (layer) => look(`${where}, ${layer}`), { everywhere: true })
  })
  await simulator.pause()
  await enlace.expectStatus('reconnecting')
  await lookEverywhere('reconnecting')
  await view(enlace, VIEW_SIZES['shop PC'])
  await simulator.resume()

  await enlace.addOrganization('Panadería La Espiga')
  await page.getByTestId('link-by-phone').press('Enter')
  await page.getByTestId('phone-number').fill('+57 312 680 9496')
  await page.getByTestId('phone-number').press('Enter')
  await expect(page.getByTestId('phone-code')).toBeVisible()
  await lookEverywhere('phone code')
  expect(found).toEqual([])
})

test('no text is cut off: the folder that a session came from, before and after it is deleted', async ({
  folder,
  simulator,
  launch,
}) => {
  const source = join(folder, 'servidor-anterior')
  await otherServersFolder(simulator, NUMBER, source)
  await writeFile(join(source, `copia-de-seguridad-${'n'.repeat(120)}.json.bak`), '{}')
  const enlace = await launch()
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  const found: string[] = []
  const look = async (where: string) => void found.push(...(await cuts(enlace, where)))
  await page.evaluate((path) => window.enlace.call('importSession', { folder: path }), source)
  await enlace.expectStatus('stopped')
  await page.getByTestId('primary-action').click()
  await expect(page.getByTestId('source')).toBeVisible()
  await everywhere(enlace, async (where) => {
    await look(`${where}, offered`)
    await page.getByTestId('delete-source').press('Enter')
    await expect(page.getByTestId('confirm-delete-source')).toBeVisible()
    await look(`${where}, asked`)
    await page.keyboard.press('Escape')
  })
  await page.getByTestId('delete-source').click()
  await page.getByTestId('confirm-delete-source').click()
  await expect(page.getByTestId('source-result')).toHaveAttribute('data-outcome', 'deleted')
  await everywhere(enlace, (where) => look(`${where}, deleted`))
  expect(found).toEqual([])
})

test('no text is cut off: notices, activity and the guide', async ({ folder, launch }) => {
  const synced = join(folder, 'OneDrive', 'Enlace')
  const original = 'Distribuidora de Artículos Ópticos y Joyería Océano'
  await prepareOrganizations(synced, [{ name: original }])
  const organizations = join(synced, 'organizations')
  const own = join(organizations, 'org_prepared-0000')
  await cp(own, join(organizations, 'org_prepared-0000_copia_de_seguridad'), { recursive: true })
  await mkdir(join(organizations, 'org_rota'))
  await writeFile(join(organizations, 'org_rota', 'organization.json'), 'half of it')
  await writeFile(join(synced, 'pin.json'), 'half of it')
  prepareHistory(synced, 'prepared-0000', NUMBER)
  const enlace = await launch({ args: [`--user-data-dir=${synced}`] })
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  await expect(page.getByTestId('notice')).toHaveCount(4)
  const found: string[] = []
  await everywhere(enlace, async (where) => {
    const look = async (what: string) => void found.push(...(await cuts(enlace, `${where}, ${what}`)))
    await look('notices')
    await page.getByTestId('activity').press('Enter')
    for (const range of ACTIVITY_RANGES) {
      await page.getByTestId(`activity-range-${range}`).press('Enter')
      await expect(page.getByTestId('strip')).toBeVisible()
      await look(`activity of ${range}`)
    }
    await page.getByTestId('technical-log').press('Enter')
    await expect(page.getByTestId('log-filter')).toBeVisible()
    await look('technical log')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await lookAtGuide(page, look)
  })
  expect(found).toEqual([])
})

test('no text is cut off: practice mode and its lessons', async ({ launch }) => {
  const enlace = await launch({ args: ['--practice'] })
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  const found: string[] = []
  const lookEverywhere = async (state: string) => {
    await everywhere(enlace, async (where) => {
      found.push(...(await cuts(enlace, `${where}, practice, ${state}`)))
      // Nothing that is only for screen readers makes the window longer than it is.
      const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)
      if (scrolls) found.push(`${where}, practice, ${state}: the window itself scrolls`)
    })
  }
  await expect(page.getByTestId('lessons')).toBeVisible()
  await lookEverywhere('empty')
  await page.getByTestId('lesson-first-link').click()
  await lookEverywhere('a lesson without an organization')
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('primary-action').click()
  await enlace.expectStatus('scan')
  await lookEverywhere('scan')
  await page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')
  await page.getByTestId('leave-lesson').click()
  await page.getByTestId('lesson-disconnection').click()
  // They start folded where the window is low.
  const faults = page.getByTestId('practice-faults')
  for (let press = 0; press < 2; press += 1) await faults.press('Enter')
  await expect(page.getByTestId('practice-what')).toBeVisible()
  await lookEverywhere('a lesson, and the faults')
  await page.getByTestId('lesson-act').click()
  await enlace.expectStatus('reconnecting')
  await killSimulator(enlace.app)
  await expect(page.getByTestId('notice')).toBeVisible()
  await lookEverywhere('without its simulator')
  expect(found).toEqual([])
})

test('no text is cut off: where nothing runs', async ({ folder, launch }) => {
  const inTheWay = join(folder, 'a-file')
  await writeFile(inTheWay, '')
  const below = join(inTheWay, 'Documentos de la tienda', 'Copias', 'Enlace')
  const enlace = await launch({ args: [`--user-data-dir=${below}`] })
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  await expect(page.getByTestId('blocked')).toBeVisible()
  const found: string[] = []
  await everywhere(enlace, async (where) => {
    const look = async (what: string) => void found.push(...(await cuts(enlace, `${where}, ${what}`)))
    await look('blocked')
    await lookAtGuide(page, look)
  })
  for (const language of LANGUAGES) {
    // Without main, the window speaks the language of the system.
    await page.addInitScript((spoken) => {
      Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [spoken] })
    }, language)
    await detach(enlace)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const [size, viewSize] of SIZES) {
      await view(enlace, viewSize)
      found.push(...(await cuts(enlace, `${size}, ${language}, detached`)))
    }
  }
  expect(found).toEqual([])
})

test('no text is cut off: the steps of a passkey, with a whole window and all that is said', async ({
  stage,
}) => {
  const found: string[] = []
  const look = (what: string) => async (where: string) => {
    found.push(...(await cuts(stage.enlace, `${what}, ${where}`)))
  }
  await PASSKEY_SCREENS['passkey-offered']?.(stage)
  const { page, app } = stage.enlace
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await everywhere(stage.enlace, look('offered'))
  await prefer(stage.enlace, { language: 'es', theme: 'light' })
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByTestId('primary-action').click()
  await expect(page.getByTestId('passkey-card')).toHaveAttribute('data-step', 'signing')
  await everywhere(stage.enlace, look('signing'))
  expect(await violationsInBoth(page)).toEqual([])
  await closeKeyWindow(app)
  await expect(page.getByTestId('passkey-trouble')).toBeVisible()
  await everywhere(stage.enlace, look('tried'))
  expect(await violationsInBoth(page)).toEqual([])
  expect(found).toEqual([])
})
