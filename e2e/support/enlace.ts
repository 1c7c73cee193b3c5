import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { expect, PATIENCE_MS } from './patience.ts'
import { decodeQr } from './qr.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

/** No card is there to draw with under a virtual display, and imitating one costs a fifth of a test's processor time. */
const DRAWING = ['--disable-gpu']

/** No browser of this computer's is started, unless a test asks for that. */
const KEYS = { ENLACE_PASSKEY_WAY: 'window' }

export interface LaunchOptions {
  /** Address of a simulator; what the test gives is passed on as it is. */
  readonly whatsappUrl?: string
  /** As the system would say it; Spanish unless told otherwise. */
  readonly language?: string
  readonly args?: readonly string[]
  /** Beside what the computer says itself. */
  readonly environment?: Readonly<Record<string, string>>
  /** Goes before the folders in which the system looks for programs. */
  readonly programs?: string
}

/** A folder for one test's data, outside the project. */
export async function dataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'enlace-e2e-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** The next window that opens. */
export function nextWindow(app: ElectronApplication): Promise<Page> {
  return app.waitForEvent('window', { timeout: PATIENCE_MS })
}

/** The app's end, which has to be waited for before it is caused. */
export async function end(app: ElectronApplication): Promise<void> {
  await app.waitForEvent('close', { timeout: PATIENCE_MS })
}

/** The built app, running on real Electron, seen as a person sees it. */
export class Enlace {
  readonly app: ElectronApplication
  readonly page: Page

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app
    this.page = page
  }

  static async launch(folder: string, options: LaunchOptions = {}): Promise<Enlace> {
    const app = await Enlace.start(folder, options)
    return Enlace.of(app, await app.firstWindow({ timeout: PATIENCE_MS }))
  }

  /** As at login: with `--hidden` there is no window to wait for. */
  static async start(folder: string, options: LaunchOptions = {}): Promise<ElectronApplication> {
    const { whatsappUrl, language = 'es', args = [], programs, environment } = options
    const path = [programs, process.env['PATH']].filter((part) => part !== undefined).join(delimiter)
    const env = { ...process.env, PATH: path, LANG: '', LC_ALL: '', LANGUAGE: language, ...environment }
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const app = await _electron.launch({
      args: ['.', ...sandbox, ...DRAWING, `--user-data-dir=${folder}`, `--lang=${language}`, ...args],
      cwd: PROJECT,
      env:
        whatsappUrl === undefined
          ? env
          : { ...env, ENLACE_WHATSAPP_URL: whatsappUrl, ENLACE_HASTY: '1', ...KEYS, ...environment },
      timeout: PATIENCE_MS,
    })
    app.context().setDefaultTimeout(PATIENCE_MS)
    return app
  }

  /** The same app in another of its windows. */
  static of(app: ElectronApplication, page: Page): Enlace {
    return new Enlace(app, page)
  }

  /** @param id the organization's id in the person's own system; without, one is made up */
  async addOrganization(name: string, id?: string): Promise<void> {
    await this.page.getByTestId('add-organization').click()
    await this.page.getByTestId('organization-name').fill(name)
    if (id !== undefined) {
      await this.page.getByRole('dialog').locator('button[aria-expanded]').click()
      await this.page.getByTestId('organization-id').fill(id)
    }
    await this.page.getByTestId('create-organization').click()
    await expect(this.page.getByTestId('organization-item').filter({ hasText: name })).toBeVisible()
  }

  /** What is shown of the chosen organization now; null where there is none. */
  async status(): Promise<string | null> {
    const shown = this.page.getByTestId('status')
    return (await shown.count()) > 0 ? shown.getAttribute('data-status') : null
  }

  async expectStatus(status: string, cause?: string): Promise<void> {
    const shown = this.page.getByTestId('status')
    await expect(shown).toHaveAttribute('data-status', status)
    if (cause !== undefined) await expect(shown).toHaveAttribute('data-cause', cause)
  }

  /** What a phone's camera would read from the screen. */
  async readQr(): Promise<string> {
    await this.expectStatus('scan')
    const picture = this.page.getByTestId('qr')
    await expect(picture).toBeVisible()
    return decodeQr(await picture.screenshot())
  }

  /** Gives the link back to WhatsApp, from *Conectado*. */
  async logOut(): Promise<void> {
    await this.page.getByTestId('log-out').click()
    await this.page.getByTestId('confirm-log-out').click()
    await this.expectStatus('unlinked')
  }

  /** As when the power goes. */
  async kill(): Promise<void> {
    const process_ = this.app.process()
    const gone = new Promise((done) => process_.once('exit', done))
    process_.kill('SIGKILL')
    await gone
  }

  async close(): Promise<void> {
    await this.app.close()
  }
}
