import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { violationsInBoth } from './support/axe.ts'
import type { Enlace } from './support/enlace.ts'
import { expect, test } from './support/fixtures.ts'
import { digests, isAlive, killSimulator, lockHolder } from './support/practice.ts'
import { inMain } from './support/in-main.ts'

const PRACTICE = { args: ['--practice'] }

async function linked(enlace: Enlace): Promise<void> {
  await enlace.addOrganization('Tienda de práctica')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('scan')
  await enlace.page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')
}

/** Writes down every host that the main process connects to from now on. */
async function recordHosts(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await inMain(app, () => {
    const { Socket } = process.getBuiltinModule('node:net')
    const hosts: string[] = []
    Reflect.set(globalThis, 'connectedHosts', hosts)
    const connect: unknown = Reflect.get(Socket.prototype, 'connect')
    if (typeof connect !== 'function') throw new Error('sockets cannot be watched')
    Reflect.set(Socket.prototype, 'connect', function connectAndTell(this: object, ...args: unknown[]) {
      const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
      hosts.push(String(typeof first === 'object' && first !== null ? Reflect.get(first, 'host') : args[1]))
      const socket: unknown = Reflect.apply(connect, this, args)
      return socket
    })
  })
  return () =>
    inMain(app, (): readonly string[] => {
      const hosts: unknown = Reflect.get(globalThis, 'connectedHosts')
      return Array.isArray(hosts) ? hosts.map(String) : []
    })
}

test('practice mode: scan, a fault, healing, and the same session after a restart', async ({
  folder,
  launch,
}) => {
  let enlace = await launch(PRACTICE)
  await expect(enlace.page.getByTestId('practice-badge')).toBeVisible()
  await linked(enlace)

  await enlace.page.getByTestId('practice-fault-opened-elsewhere').click()
  await enlace.expectStatus('attention', 'replaced')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('online')

  await enlace.page.getByTestId('practice-fault-outage').click()
  await enlace.expectStatus('reconnecting')
  // It notices by itself; whoever presses “retry” may come too late.
  await enlace.page.getByTestId('practice-heal').click()
  await enlace.expectStatus('online')

  await enlace.close()
  enlace = await launch(PRACTICE)
  await enlace.expectStatus('online')

  // Nothing of it is where the real sessions are.
  expect(await readdir(folder)).not.toContain('organizations')
})

test('the simulated phone types a code, and every fault says what it simulates', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  const { app, page } = enlace
  await enlace.addOrganization('Tienda de práctica')
  await page.getByTestId('link-by-phone').click()
  await page.getByTestId('phone-number').fill('+57 300 791 5262')
  await page.getByTestId('request-code').click()
  await expect(page.getByTestId('phone-code')).toBeVisible()
  await expect(page.getByTestId('practice-scan')).toHaveText('Escribir el código')
  await page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')
  await expect(page.getByTestId('linked-number')).toHaveText('+57 300 791 5262')

  // The faults reach the phone that was linked, whichever it is.
  const fault = page.getByTestId('practice-fault-account-banned')
  await fault.focus()
  await expect(fault).toHaveAccessibleDescription(/R-42/)
  await expect(page.getByTestId('practice-what')).toContainText('R-42')
  await fault.press('Enter')
  await enlace.expectStatus('attention', 'banned')
  await expect(page.getByTestId('support-code').first()).toHaveText('R-42')

  const title = await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  expect(title).toBe('Enlace · Modo de práctica')
})

test('the first lesson, from an empty screen, with the keyboard alone', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  const { page } = enlace
  const lesson = page.getByTestId('lesson')
  const pointed = page.locator('[data-pointed]')
  const said = page.getByTestId('lesson-announcer')
  const pressPointed = async () => {
    await pointed.focus()
    await page.keyboard.press('Enter')
  }

  await page.getByTestId('lesson-first-link').focus()
  await page.keyboard.press('Enter')
  await expect(lesson).toHaveAttribute('data-step', 'add')
  await expect(said).toHaveText(/^Paso 1 de 4\. Añada una organización\. Pulse/)
  await expect(lesson.getByRole('heading')).toBeFocused()

  await pressPointed()
  await expect(page.getByTestId('organization-name')).toBeFocused()
  await page.keyboard.type('Óptica Océano')
  await expect(pointed).toHaveAttribute('data-testid', 'create-organization')
  await pressPointed()
  await expect(lesson).toHaveAttribute('data-step', 'link')

  await pressPointed()
  await expect(lesson).toHaveAttribute('data-step', 'scan')
  await expect(said).toHaveText(/^Paso 3 de 4/)
  await expect(pointed).toHaveAttribute('data-testid', 'practice-scan')
  await expect(page.getByTestId('qr')).toBeVisible()

  // Cancelled: what was reached is gone, so the lesson takes a step back.
  await page.getByRole('button', { name: 'Cancelar' }).click()
  await expect(lesson).toHaveAttribute('data-step', 'link')
  await pressPointed()
  await expect(lesson).toHaveAttribute('data-step', 'scan')
  await pressPointed()
  await expect(lesson).toHaveAttribute('data-step', 'test')

  await pressPointed()
  await expect(pointed).toHaveAttribute('data-testid', 'confirm-test')
  await pressPointed()
  await expect(lesson).toHaveAttribute('data-step', 'finished')
  await expect(said).toHaveText(/^¡Muy bien!/)
  await expect(page.getByTestId('next-lesson')).toContainText('Cuando se desconecta')
  await expect(pointed).toHaveCount(0)

  // What has been learnt stays learnt.
  await page.getByTestId('leave-lesson').click()
  await expect(page.getByTestId('lesson-first-link')).toHaveAttribute('data-done', 'true')
  await enlace.close()
  const again = (await launch(PRACTICE)).page
  await expect(again.getByTestId('lesson-first-link')).toHaveAttribute('data-done', 'true')
  await expect(again.getByTestId('lesson-disconnection')).toHaveAttribute('data-done', 'false')
})

test('what a fault simulates is read without a button moving', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  await linked(enlace)
  const faults = enlace.page.getByTestId(/^practice-fault-/)
  const places: (number | undefined)[] = []
  for (const fault of await faults.all()) {
    await fault.hover()
    places.push((await faults.first().boundingBox())?.y)
  }
  expect(places.length).toBeGreaterThan(10)
  expect(new Set(places).size).toBe(1)
})

test('lessons and faults have no accessibility violation', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  const { page } = enlace
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.getByTestId('lessons')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByTestId('lesson-first-link').click()
  expect(await violationsInBoth(page)).toEqual([])
  await linked(enlace)
  await expect(page.getByTestId('lesson')).toHaveAttribute('data-step', 'test')
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByTestId('leave-lesson').click()
  await page.getByTestId('lesson-disconnection').click()
  await page.getByTestId('lesson-act').click()
  await enlace.expectStatus('reconnecting')
  expect(await violationsInBoth(page)).toEqual([])
})

test('the other lessons, by what they point at; another organization, and leaving, do no harm', async ({
  launch,
}) => {
  const enlace = await launch(PRACTICE)
  const { page } = enlace
  await linked(enlace)
  const lesson = page.getByTestId('lesson')
  const pointed = page.locator('[data-pointed]')
  const expectStep = (name: string) => expect(lesson).toHaveAttribute('data-step', name)
  const act = () => page.getByTestId('lesson-act').click()

  await page.getByTestId('lesson-disconnection').click()
  await expectStep('cut')
  // Leaving puts right what was made to fail.
  await act()
  await enlace.expectStatus('reconnecting', 'network')
  await page.getByTestId('leave-lesson').click()
  await expect(page.getByTestId('lessons')).toBeVisible()
  await enlace.expectStatus('online')

  await page.getByTestId('lesson-disconnection').click()
  await act()
  await expectStep('back')
  await act()
  await expectStep('elsewhere')
  await act()
  await expectStep('take-over')

  await enlace.addOrganization('Otra tienda')
  await expect(lesson).toHaveAttribute('data-standing', 'elsewhere')
  await expect(pointed).toHaveCount(0)
  await page.getByTestId('lesson-back').click()
  await expect(lesson).toHaveAttribute('data-standing', 'on-track')

  await pointed.click()
  await expectStep('removed')
  await act()
  await expectStep('relink')
  await pointed.click()
  await enlace.expectStatus('scan')
  await pointed.click()
  await expectStep('finished')

  await page.getByTestId('next-lesson').click()
  await expectStep('unreadable')
  await act()
  await expectStep('clear')
  for (const control of ['more-options', 'repair-clear', 'confirm-clear']) {
    const here = page.locator(
      `[data-pointed][data-testid="${control}"], [data-pointed] [data-testid="${control}"]`,
    )
    await here.click()
  }
  await expectStep('rescan')
  await expect(page.getByTestId('guided-reset')).toHaveAttribute('data-stage', 'running')
  await pointed.click()
  await expectStep('finished')
  await expect(page.getByTestId('next-lesson')).toContainText('Cuando pide una llave')
  await page.getByTestId('leave-lesson').click()
  await expect(page.locator('[data-testid="lessons"] [data-done="true"]')).toHaveCount(2)
})

test('the lesson of the passkey goes through the whole, by what it points at', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  const { page } = enlace
  const lesson = page.getByTestId('lesson')
  const pointed = page.locator('[data-pointed]')
  const expectStep = (name: string) => expect(lesson).toHaveAttribute('data-step', name)
  await enlace.addOrganization('Tienda con llave')
  await page.getByTestId('lesson-passkey').click()
  await expectStep('link')
  await pointed.click()
  await expectStep('demand')
  await enlace.expectStatus('scan')
  await page.getByTestId('lesson-act').click()
  await expect(pointed).toHaveAttribute('data-testid', 'practice-scan')
  await pointed.click()
  await expectStep('use-passkey')
  await expect(page.getByTestId('passkey-card')).toHaveAttribute('data-step', 'offered')
  await expect(page.getByTestId('announcer')).toHaveText(
    'Tienda con llave: Falta un paso: la llave de acceso',
  )
  expect(await violationsInBoth(page)).toEqual([])
  await expect(pointed).toHaveText('Usar la llave de acceso')
  await pointed.click()
  await expectStep('finished')
  await enlace.expectStatus('online')
  await expect(page.getByTestId('next-lesson')).toHaveCount(0)
})

test('a simulator that dies is said, and is started again with what it knew', async ({ launch }) => {
  const enlace = await launch(PRACTICE)
  const { app, page } = enlace
  await linked(enlace)
  await killSimulator(app)

  const notice = page.locator('[data-notice="simulator-ended"]')
  await expect(notice).toContainText('siguen igual')
  await enlace.expectStatus('reconnecting')
  await page.getByTestId('practice-fault-phone-off').click()
  await expect(page.getByTestId('refusal')).toContainText('El teléfono simulado se detuvo')

  await page.getByTestId('practice-restart').click()
  await expect(notice).toHaveCount(0)
  await enlace.expectStatus('online')
})

test('practice mode reaches nobody but its own simulator, and changes nothing outside its folder', async ({
  folder,
  simulator,
  launch,
}) => {
  const real = await launch()
  await real.addOrganization('Óptica Océano')
  await real.page.getByTestId('primary-action').click()
  await simulator.phone('573007915262').scan(await real.readQr())
  await real.expectStatus('online')
  await real.close()
  const before = await digests(folder, 'all')
  expect([...before.keys()].some((path) => path.endsWith('auth.db'))).toBe(true)
  const attempts = simulator.connections.attempts().length

  // The address that tests and developers may give is refused here.
  const enlace = await launch({ ...PRACTICE, whatsappUrl: simulator.url })
  const hosts = await recordHosts(enlace.app)
  await linked(enlace)
  const status = enlace.page.getByTestId('status')
  await enlace.page.getByTestId('practice-fault-version-refused').click()
  await expect(status).toHaveAttribute('data-cause', 'outdated')
  await enlace.page.getByTestId('practice-heal').click()
  // It goes on by itself, unless it had given up by then.
  await expect(async () => {
    const again = enlace.page.getByTestId('primary-action')
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(status).toHaveAttribute('data-status', 'online', { timeout: 3000 })
  }).toPass()
  const reached = await hosts()
  await enlace.close()

  expect(reached.length).toBeGreaterThan(0)
  expect([...new Set(reached)]).toEqual(['127.0.0.1'])
  expect(simulator.connections.attempts()).toHaveLength(attempts)
  expect(await digests(folder, 'all')).toEqual(before)
  expect(await readdir(join(folder, 'practice'))).toContain('organizations')
})

test('opened from the real Enlace, it runs beside it: real sessions stay online and their data as it is', async ({
  folder,
  simulator,
  launch,
}) => {
  const enlace = await launch()
  await enlace.addOrganization('Óptica Océano')
  await enlace.page.getByTestId('primary-action').click()
  await simulator.phone('573007915262').scan(await enlace.readQr())
  await enlace.expectStatus('online')
  const [sessionName = ''] = await readdir(join(folder, 'organizations'))
  const snapshots = join(folder, 'organizations', sessionName, 'g1', 'snapshots')
  await expect.poll(() => readdir(snapshots).catch(() => [])).toContainEqual(expect.stringMatching(/[.]db$/))
  // What linking still had to write is written: the record and its copy tell of the login, and nothing is being written,
  // at two looks that agree.
  let before = await digests(folder, 'own')
  const record = join('organizations', sessionName, 'organization')
  await expect
    .poll(async () => {
      const text = await readFile(join(folder, `${record}.json`), 'utf8').catch(() => 'null')
      const noted: unknown = JSON.parse(text)
      const used = typeof noted === 'object' && noted !== null && Reflect.get(noted, 'usedAt') !== null
      const last = before
      before = await digests(folder, 'own')
      const agree = JSON.stringify([...last]) === JSON.stringify([...before])
      const drafts = [...before.keys()].filter((path) => /\.new(-[0-9a-f]+)?$/.test(path))
      const copied = before.get(`${record}.json`) === before.get(`${record}.copy.json`)
      return used && drafts.length === 0 && copied && agree
    })
    .toBe(true)
  const attempts = simulator.connections.attempts().length

  await enlace.page.getByTestId('open-practice').click()
  const practice = join(folder, 'practice')
  await expect.poll(() => lockHolder(practice)).not.toBeNull()
  const pid = await lockHolder(practice)
  try {
    await expect.poll(() => readdir(practice).catch(() => [])).toContain('installation-id')
    await enlace.expectStatus('online')
    expect(simulator.connections.live()).toHaveLength(1)
    expect(simulator.connections.attempts()).toHaveLength(attempts)
    expect(await digests(folder, 'own')).toEqual(before)
  } finally {
    if (pid !== null) process.kill(pid)
  }
  await expect.poll(() => isAlive(Number(pid))).toBe(false)
  await enlace.expectStatus('online')
  expect(simulator.connections.attempts()).toHaveLength(attempts)
  expect(await digests(folder, 'own')).toEqual(before)
})
