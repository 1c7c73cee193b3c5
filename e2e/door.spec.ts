import { randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import fc from 'fast-check'
import { COMMAND_CHANNEL, COMMAND_NAMES } from '../src/contract/commands.ts'
import { ERROR_CODES } from '../src/contract/result.ts'
import { expect, sharedStage, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'
import { OTHER_SHOP, SHOP } from './support/stage.ts'
import { HARMLESS, type StrangeMessage, strangeMessages, type Target } from './support/strange-messages.ts'

/** The door between the page and main, from both sides of it: whatever is said there is answered and changes nothing. */

const PIN = '40718263'
const MESSAGES = 5_000
const AT_ONCE = 250
const FIXED_SEED = 20_261_128
/** What main may hold on to after so much nonsense, in bytes. */
const KEPT = 64 * 1024 * 1024

const stage = sharedStage(async (prepared) => {
  const { page } = await prepared.linked()
  await prepared.enlace.addOrganization(OTHER_SHOP.name, OTHER_SHOP.id)
  await page.getByTestId('organization-item').filter({ hasText: SHOP.name }).click()
  await prepared.enlace.expectStatus('online')
  await page.evaluate((pin) => window.enlace.call('setPin', { pin }), PIN)
  await inMain(prepared.enlace.app, ({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
  })
})

for (const seed of [FIXED_SEED, randomInt(2 ** 31)]) {
  test(`the page: ${seed === FIXED_SEED ? 'always the same messages' : 'new ones each time'}`, async () => {
    test.info().annotations.push({ type: 'seed', description: String(seed) })
    const { enlace } = stage()
    const target = await targetOf(enlace.page)
    const before = await everything()
    const heldBefore = await heldBy(enlace.app)

    const messages = fc.sample(strangeMessages(target), { seed, numRuns: MESSAGES })
    const wrong: string[] = []
    for (let at = 0; at < messages.length; at += AT_ONCE) {
      const some = messages.slice(at, at + AT_ONCE)
      const answers = await send(enlace.page, some)
      for (const [n, message] of some.entries()) {
        const answer = answers[n]
        if (!isRight(message, answer))
          wrong.push(`${JSON.stringify(message).slice(0, 300)} -> ${String(answer)}`)
      }
    }
    expect(wrong, `seed ${seed}`).toEqual([])

    expect(await everything(), `seed ${seed}`).toEqual(before)
    expect((await heldBy(enlace.app)) - heldBefore).toBeLessThan(KEPT)
    expect(await uncaught(enlace.page)).toEqual([])
    await enlace.expectStatus('online')
  })
}

test('anybody else is refused, whatever they ask and however they come', async () => {
  const { enlace } = stage()
  const before = await everything()
  const answers = await inMain(
    enlace.app,
    async ({ BrowserWindow }, { channels, address }) => {
      const script = `(async () => {
        const { ipcRenderer } = require('electron')
        const answers = []
        for (const channel of ${JSON.stringify(channels)}) {
          for (const input of [{}, null, { organizationId: 'oceano-01', command: 'clear' }, { how: 'quit' }]) {
            answers.push(await ipcRenderer.invoke(channel, input, '40718263').then(
              (answer) => (answer.ok ? 'carried out' : answer.error.code),
              () => 'refused',
            ))
          }
          ipcRenderer.send(channel, {})
          ipcRenderer.postMessage(channel, {}, [])
        }
        return answers
      })()`
      const all: unknown[] = []
      // Another page, and Enlace's own page in a window that is not Enlace's.
      for (const url of ['data:text/html,<p>', address]) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
        })
        await window.loadURL(url)
        all.push(await window.webContents.executeJavaScript(script))
        window.destroy()
      }
      return all as readonly (readonly string[])[]
    },
    { channels: COMMAND_NAMES.map((name) => COMMAND_CHANNEL + name), address: enlace.page.url() },
  )
  expect(answers).toHaveLength(2)
  for (const said of answers) expect(new Set(said)).toEqual(new Set(['internal']))
  expect(await everything()).toEqual(before)
})

test('a frame in the page has no door', async () => {
  const { page } = stage().enlace
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>'
    const loaded = new Promise((done) => frame.addEventListener('load', done))
    document.body.append(frame)
    await loaded
    const inside = frame.contentWindow !== null && 'enlace' in frame.contentWindow
    frame.remove()
    return inside
  })
  expect(found).toBe(false)
})

async function targetOf(page: Page): Promise<Target> {
  const attached = await page.evaluate(() => window.enlace.call('attach', {}))
  if (!attached.ok) throw new Error(attached.error.code)
  return {
    organizationId: SHOP.id,
    organizationName: SHOP.name,
    pin: PIN,
    dataFolder: stage().folder,
    preferences: { ...attached.value.settings.preferences },
  }
}

/** The answers: `ok`, a failure's code, or what was thrown on the way. */
async function send(page: Page, messages: readonly StrangeMessage[]): Promise<readonly string[]> {
  const calls = messages.map(
    ({ name, input, pin }) => `() => window.enlace.call(${JSON.stringify(name)}, ${input}, ${pin})`,
  )
  return page.evaluate(`Promise.all([${calls.join(',\n')}].map(async (call) => {
    try {
      const answer = await call()
      return answer.ok === true ? 'ok' : String(answer.error.code)
    } catch (error) {
      return 'thrown: ' + String(error).slice(0, 200)
    }
  }))`)
}

const REASONS: ReadonlySet<string> = new Set(ERROR_CODES.filter((code) => code !== 'internal'))

/** `internal` is a defect. What cannot be sent at all is thrown on the page's side. */
function isRight({ name }: StrangeMessage, answer = 'none'): boolean {
  return REASONS.has(answer) || answer.startsWith('thrown: ') || (answer === 'ok' && HARMLESS.has(name))
}

/** How often a wrong PIN has been tried. */
const TRIES = /"tries": [{][^}]*[}]/

/** What is on the disk and on the screen, but for the activity's own noting of it. */
async function everything(): Promise<unknown> {
  const { folder, enlace } = stage()
  const files: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && /(?:organization|preferences|pin|proxy-sign-in).*[.]json$/.test(entry.name)) {
      files[path] = (await readFile(path, 'utf8')).replace(TRIES, '')
    }
  }
  return {
    files,
    folders: (await readdir(join(folder, 'organizations'), { recursive: true }))
      .filter((name) => !name.includes('snapshots'))
      .toSorted(),
    // Chromium's own files have names of another kind.
    beside: (await readdir(folder)).filter((name) => /^[a-z]/.test(name)).toSorted(),
    organizations: await enlace.page.getByTestId('organization-item').allTextContents(),
  }
}

/** The live memory of main's own objects, in bytes. */
function heldBy(app: ElectronApplication): Promise<number> {
  return inMain(app, () => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc')
    const collect = process.getBuiltinModule('vm').runInNewContext('gc') as () => void
    collect()
    return process.memoryUsage().heapUsed + process.memoryUsage().external
  })
}

/** Lines of the log about errors that nobody has caught, and stanzas that Baileys has decoded by itself. */
async function uncaught(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (organizationId) => {
    const log = await window.enlace.call('readLog', { organizationId })
    if (!log.ok) throw new Error(log.error.code)
    return log.value
      .map((line) => JSON.stringify(line))
      .filter((line) => /uncaught|unhandled|failed|not looked at/.test(line))
  }, SHOP.id)
}
