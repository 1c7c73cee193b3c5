import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import type { Simulator } from '../src/simulator/server.ts'
import { end, Enlace, nextWindow } from './support/enlace.ts'
import { expect, test } from './support/fixtures.ts'
import {
  desktop,
  outside,
  pressCross,
  pressInTray,
  pressNotification,
  watchOutside,
} from './support/outside.ts'
import { inMain } from './support/in-main.ts'

const NUMBER = '573007915262'
const OTHER = '573126809496'

async function link(enlace: Enlace, simulator: Simulator, name: string, number: string): Promise<void> {
  await enlace.addOrganization(name)
  await enlace.page.getByTestId('primary-action').click()
  await simulator.phone(number).scan(await enlace.readQr())
  await enlace.expectStatus('online')
}

const windows = (app: ElectronApplication) =>
  inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

const live = (simulator: Simulator) => simulator.connections.live().length

/** What closes the window may do so before Playwright has heard that it was pressed. */
async function press(enlace: Enlace, testId: string): Promise<void> {
  await enlace.page
    .getByTestId(testId)
    .click()
    .catch(() => {})
}

test('closing the window keeps the sessions; starting again, a second time hidden, shows it', async ({
  folder,
  simulator,
  launch,
}) => {
  const programs = await desktop(folder, 'shows none')
  const first = await launch({ programs })
  await link(first, simulator, 'Óptica Océano', NUMBER)

  // Escape goes back to the window; only the button leaves it.
  await pressCross(first.app)
  await expect(first.page.getByTestId('farewell')).toContainText('abra Enlace otra vez', { ignoreCase: true })
  await first.page.keyboard.press('Escape')
  await expect(first.page.getByTestId('farewell')).toHaveCount(0)
  await pressCross(first.app)
  await press(first, 'leave-window')
  await expect.poll(() => windows(first.app)).toBe(0)
  expect(live(simulator)).toBe(1)

  await expect(Enlace.start(folder, { whatsappUrl: simulator.url, args: ['--hidden'] })).rejects.toThrow()
  expect(await windows(first.app)).toBe(0)

  const opened = nextWindow(first.app)
  await expect(launch()).rejects.toThrow()
  const again = Enlace.of(first.app, await opened)
  await again.expectStatus('online')
  expect(Math.max(...simulator.connections.peaks().values())).toBe(1)
  expect(live(simulator)).toBe(1)

  // Without an icon to come back by it is said each time, and this is where Enlace ends.
  const ended = end(first.app)
  await pressCross(first.app)
  await press(again, 'quit-enlace')
  await ended
  await expect.poll(() => live(simulator)).toBe(0)
})

test('where the desktop shows an icon, it is said once; its menu knows the organizations', async ({
  folder,
  simulator,
  launch,
}) => {
  const programs = await desktop(folder, 'shows icons')
  const enlace = await launch({ programs })
  const { app } = enlace
  await watchOutside(app)
  await link(enlace, simulator, 'Óptica & Océano', NUMBER)
  await link(enlace, simulator, 'Taller Norte', OTHER)
  await expect
    .poll(() => outside(app))
    .toMatchObject({
      tooltip: 'Enlace: 2 conectadas',
      pictured: true,
      menu: [
        'Óptica && Océano · Conectado · +57 300 791 5262',
        'Taller Norte · Conectado · +57 312 680 9496',
        '',
        'Abrir Enlace',
        'Salir de Enlace',
      ],
    })

  await pressCross(app)
  await expect(enlace.page.getByTestId('farewell')).toContainText('junto al reloj')
  await press(enlace, 'leave-window')
  await expect.poll(() => windows(app)).toBe(0)

  let opened = nextWindow(app)
  await pressInTray(app, 'Taller Norte')
  const page = await opened
  await expect(page.getByTestId('linked-number')).toHaveText('+57 312 680 9496')
  await pressInTray(app, 'Óptica')
  await expect(page.getByTestId('linked-number')).toHaveText('+57 300 791 5262')

  await pressCross(app)
  await expect.poll(() => windows(app)).toBe(0)
  expect(JSON.parse(await readFile(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({
    farewellSaid: true,
  })
  expect(live(simulator)).toBe(2)

  opened = nextWindow(app)
  await pressInTray(app, 'Abrir')
  await (await opened).getByTestId('preferences').waitFor()
  const ended = end(app)
  await pressInTray(app, 'Salir')
  await ended
  await expect.poll(() => live(simulator)).toBe(0)
})

test('a start at login restores without a window, and tells what needs a person', async ({
  folder,
  simulator,
  launch,
}) => {
  const programs = await desktop(folder, 'shows icons')
  const first = await launch()
  await link(first, simulator, 'Óptica Océano', NUMBER)
  await link(first, simulator, 'Taller Norte', OTHER)
  await first.close()

  const app = await Enlace.start(folder, { whatsappUrl: simulator.url, programs, args: ['--hidden'] })
  try {
    await expect.poll(() => live(simulator)).toBe(2)
    await watchOutside(app)
    expect(await windows(app)).toBe(0)

    for (const { id } of simulator.phone(OTHER).linkedDevices()) simulator.phone(OTHER).unlink(id)
    await expect
      .poll(async () => (await outside(app)).notifications)
      .toEqual([
        {
          title: 'Taller Norte necesita atención',
          body: 'El teléfono quitó este equipo de sus dispositivos vinculados. Código de soporte R-22.',
        },
      ])
    expect((await outside(app)).tooltip).toBe('Enlace: 1 conectada · 1 necesita atención')
    expect(await windows(app)).toBe(0)

    const opened = nextWindow(app)
    await pressNotification(app)
    const enlace = Enlace.of(app, await opened)
    await enlace.expectStatus('attention', 'unlinked-from-phone')
    await expect(enlace.page.getByTestId('organization-item').nth(1)).toHaveAttribute('aria-current', 'true')
  } finally {
    await app.close()
  }
})

test('closing ends Enlace where the person wants that, and where there is nothing to keep', async ({
  folder,
  simulator,
  launch,
}) => {
  const programs = await desktop(folder, 'shows icons')
  let enlace = await launch({ programs })
  await enlace.page.getByTestId('add-organization').waitFor()
  let ended = end(enlace.app)
  await pressCross(enlace.app)
  await ended

  const file = join(folder, 'preferences.json')
  await writeFile(
    file,
    JSON.stringify({
      ...(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as object),
      keepInTray: false,
    }),
  )
  enlace = await launch({ programs })
  await link(enlace, simulator, 'Óptica Océano', NUMBER)
  ended = end(enlace.app)
  await pressCross(enlace.app)
  await ended
  await expect.poll(() => live(simulator)).toBe(0)
})

test('practice ends with its window, and offers nothing beside it', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--practice'] })
  await page.getByTestId('add-organization').click()
  await page.getByTestId('organization-name').fill('Tienda de práctica')
  await page.getByTestId('create-organization').click()
  await page.getByTestId('preferences').click()
  await expect(page.getByTestId('preferences-general')).toBeVisible()
  await expect(page.getByTestId('preferences-computer')).toHaveCount(0)
  const ended = end(app)
  await pressCross(app)
  await ended
})

test('the computer is kept awake while sessions run, if that is set', async ({ simulator, launch }) => {
  const enlace = await launch()
  const blocked = () => inMain(enlace.app, ({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0))
  await link(enlace, simulator, 'Óptica Océano', NUMBER)
  expect(await blocked()).toBe(false)
  await enlace.page.getByTestId('preferences').click()
  await enlace.page.getByTestId('preferences-computer').click()
  await enlace.page.getByTestId('keep-awake').click()
  await enlace.page.keyboard.press('Escape')
  await expect.poll(blocked).toBe(true)
  await enlace.page.getByTestId('stop-session').click()
  await enlace.expectStatus('stopped')
  await expect.poll(blocked).toBe(false)
})
