import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { z } from 'zod'
import { pause } from '../progress.ts'
import { treeMemory, type TreeMemory } from './process-tree.ts'

const PROJECT = path.resolve(import.meta.dirname, '../..')
export const BLANK = path.resolve(import.meta.dirname, 'blank')
export const ENLACE = PROJECT

const executable = z.string().parse(createRequire(import.meta.url)('electron'))
const START_MS = 30_000
const DEVTOOLS = /DevTools listening on (ws:\S+)/

/** An Electron app, started as a person starts it; only its debugging port is open. */
export class ElectronApp {
  readonly #process: ChildProcess
  readonly #startedAt: number
  readonly #browser: Browser
  readonly page: Page

  private constructor(child: ChildProcess, startedAt: number, browser: Browser, page: Page) {
    this.#process = child
    this.#startedAt = startedAt
    this.#browser = browser
    this.page = page
  }

  static async start(app: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<ElectronApp> {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = [app, ...sandbox, `--user-data-dir=${folder}`, '--lang=es', '--remote-debugging-port=0']
    const startedAt = Date.now()
    const child = spawn(executable, args, {
      cwd: PROJECT,
      env: { ...process.env, LANGUAGE: 'es', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const browser = await chromium.connectOverCDP(await devtoolsOf(child))
    const end = Date.now() + START_MS
    for (;;) {
      const page = browser.contexts()[0]?.pages()[0]
      if (page) return new ElectronApp(child, startedAt, browser, page)
      if (Date.now() > end) throw new Error('no window appeared')
      await pause(10)
    }
  }

  /** Milliseconds from the start of the process to the first paint with something on it, by Chromium's own record. */
  async firstPaintMs(): Promise<number> {
    const painted = await this.page.evaluate(
      () =>
        new Promise<number>((tell) => {
          const look = (entries: PerformanceEntryList) => {
            const paint = entries.find((entry) => entry.name === 'first-contentful-paint')
            if (paint) tell(performance.timeOrigin + paint.startTime)
          }
          new PerformanceObserver((list) => look(list.getEntries())).observe({
            type: 'paint',
            buffered: true,
          })
        }),
    )
    return painted - this.#startedAt
  }

  memory(): Promise<TreeMemory> {
    return treeMemory(this.#process.pid ?? 0)
  }

  /** Lets go of the page: what a debugger has the app keep for it is not the app's. */
  async detach(): Promise<void> {
    await this.#browser.close().catch(() => {})
  }

  async close(): Promise<void> {
    await this.detach()
    const gone = once(this.#process, 'exit')
    this.#process.kill()
    await gone
  }
}

/** Where Chromium says that its debugger listens. */
function devtoolsOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = DEVTOOLS.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(`Electron ended at once:\n${said.slice(-2_000)}`)))
    child.once('error', reject)
  })
}
