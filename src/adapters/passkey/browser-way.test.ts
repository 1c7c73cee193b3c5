import { spawn } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser, thisComputer } from './browser-finder.ts'
import { removeLeftoverProfiles } from './browser-profile.ts'
import { browserWay } from './browser-way.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import type { Signed } from './passkeys.ts'
import { VirtualDisplay } from './test-support/virtual-display.ts'
import { Onlooker, VirtualKey } from './test-support/virtual-key.ts'
import { hasChromium, processesWith, WhatsAppWeb } from './test-support/whatsapp-web.ts'

const REQUEST: PasskeyRequest = {
  challenge: Buffer.alloc(32, 7).toString('base64url'),
  timeout: 600_000,
  rpId: 'whatsapp.com',
  allowCredentials: [],
  userVerification: 'required',
}
const PRESENT = 0x01
const VERIFIED = 0x04

// Left out where Chromium, certutil and Xvfb are not installed: `npm test` installs them on Debian as root.
describe.skipIf(!hasChromium)("the computer's own browser", () => {
  let display: VirtualDisplay
  let web: WhatsAppWeb
  let folder: string
  let onlooker: Onlooker | null = null

  beforeAll(async () => {
    display = await VirtualDisplay.start()
  })
  afterAll(() => display.stop())

  beforeEach(async () => {
    web = await WhatsAppWeb.start()
    folder = mkdtempSync(join(tmpdir(), 'enlace-profiles-'))
  })
  afterEach(async () => {
    onlooker?.close()
    onlooker = null
    rmSync(folder, { recursive: true })
    await web.close()
  })

  async function sign(signal = new AbortController().signal): Promise<Signed> {
    const path = `${web.programs}:${process.env['PATH']}`
    const program = await findBrowser({ ...thisComputer(), environment: { PATH: path } })
    expect(program).toBe(join(web.programs, 'chromium'))
    const signed = await browserWay(program ?? '', folder)(REQUEST, signal)
    // However it ended.
    expect({ profiles: readdirSync(folder), processes: processesWith(folder) }).toEqual({
      profiles: [],
      processes: [],
    })
    return signed
  }

  /** The window, once it has asked for WhatsApp Web. */
  async function lookOn(): Promise<{ looking: Onlooker; targetId: string; session: string }> {
    const looking = await Onlooker.at(folder)
    onlooker = looking
    await expect.poll(() => web.asked).toEqual(['GET /'])
    const [page] = await looking.pages()
    const targetId = page?.targetId ?? ''
    return { looking, targetId, session: await looking.attach(targetId) }
  }

  /** The page is there, and has had the time to do all it does by itself. */
  async function quiet(looking: Onlooker): Promise<void> {
    await expect.poll(async () => (await looking.pages()).map(({ title }) => title)).toEqual(['quiet'])
  }

  it('signs with the key of whoever confirms, as WebAuthn demands it', async () => {
    const key = new VirtualKey()
    const page = Promise.withResolvers<void>()
    web.patience = page.promise
    const signing = sign()
    const { looking, session } = await lookOn()
    await looking.plugIn(key, session)
    page.resolve()
    const signed = await signing
    if (!signed.ok) throw new Error(signed.error)

    const { id, rawId, type, response } = signed.assertion
    expect([id, rawId, type]).toEqual([key.id.toString('base64url'), id, 'public-key'])
    expect(response.userHandle).toBe(key.userHandle.toString('base64url'))
    const clientData = Buffer.from(response.clientDataJSON, 'base64url')
    expect(JSON.parse(clientData.toString())).toMatchObject({
      type: 'webauthn.get',
      challenge: REQUEST.challenge,
      origin: 'https://web.whatsapp.com',
      crossOrigin: false,
    })
    const data = Buffer.from(response.authenticatorData, 'base64url')
    expect(data.subarray(0, 32)).toEqual(createHash('sha256').update('whatsapp.com').digest())
    expect((data[32] ?? 0) & (PRESENT | VERIFIED)).toBe(PRESENT | VERIFIED)
    const signedBytes = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
    expect(verify('sha256', signedBytes, key.publicKey, Buffer.from(response.signature, 'base64url'))).toBe(
      true,
    )
    expect(web.asked).toEqual(['GET /'])
  })

  it('waits for the person where there is no key yet, and is gone as soon as nobody wants it any more', async () => {
    const wish = new AbortController()
    const signing = sign(wish.signal)
    const { looking, session } = await lookOn()
    await quiet(looking)
    // It is still waited for: a second request on the same page is refused because of the first.
    await expect.poll(() => secondRequest(looking, session)).toBe('OperationError')
    expect(web.asked).toEqual(['GET /'])
    wish.abort()
    expect(await signing).toEqual({ ok: false, why: 'refused', error: 'AbortError' })
  })

  it('is refused where the person closes the window', async () => {
    const signing = sign()
    const { looking, targetId } = await lookOn()
    await quiet(looking)
    await looking.ask('Target.closeTarget', { targetId })
    expect(await signing).toEqual({ ok: false, why: 'refused', error: 'Closed' })
  })

  it('is no word of the person’s where the page crashes', async () => {
    const signing = sign()
    const { looking, session } = await lookOn()
    await quiet(looking)
    // One that is on its way somewhere else at this moment does not crash; a page that has does not answer.
    const crashing = setInterval(() => void looking.ask('Page.crash', {}, session).catch(() => {}), 500)
    const signed = await signing.finally(() => clearInterval(crashing))
    expect(signed).toEqual({ ok: false, why: 'dropped', error: 'Crashed' })
  })

  it('is refused where the browser is killed', async () => {
    const signing = sign()
    const { looking } = await lookOn()
    await quiet(looking)
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGKILL')
    expect(await signing).toEqual({ ok: false, why: 'refused', error: 'Closed' })
  })

  it('ends with Enlace, however that ends, and the next start removes its profile', async () => {
    const script = join(import.meta.dirname, 'test-support', 'signing-process.ts')
    const enlace = spawn(process.execPath, ['--no-warnings', script, join(web.programs, 'chromium'), folder])
    const { looking } = await lookOn()
    await quiet(looking)
    const profile = join(folder, readdirSync(folder)[0] ?? '')
    const ended = once(enlace, 'exit')
    enlace.kill('SIGKILL')
    await ended
    await expect.poll(() => processesWith(profile)).toEqual([])
    expect(await removeLeftoverProfiles(folder)).toBe(1)
  })

  it('has a clock of its own, also where the browser hangs', async () => {
    const clock = new AbortController()
    const signing = sign(clock.signal)
    const { looking } = await lookOn()
    await quiet(looking)
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGSTOP')
    clock.abort(new DOMException('', 'TimeoutError'))
    expect(await signing).toEqual({ ok: false, why: 'expired', error: 'TimeoutError' })
  })

  it('follows WhatsApp Web on its own site, and nowhere else', async () => {
    const wish = new AbortController()
    web.sendsTo = '/es'
    const signing = sign(wish.signal)
    const looking = await Onlooker.at(folder)
    onlooker = looking
    await quiet(looking)
    expect(web.asked).toEqual(['GET /', 'GET /es'])
    wish.abort()
    expect(await signing).toMatchObject({ error: 'AbortError' })

    web.sendsTo = 'https://whatsapp.com/'
    expect(await sign()).toEqual({ ok: false, why: 'dropped', error: 'Unreachable' })
  })

  it('is no word of the person’s where WhatsApp Web is not to be reached', async () => {
    web.mapTo(1)
    expect(await sign()).toEqual({ ok: false, why: 'dropped', error: 'Unreachable' })
  })

  it('is no word of the person’s where somebody else answers for WhatsApp Web', async () => {
    await web.close()
    web = await WhatsAppWeb.start({ isTrusted: false })
    expect(await sign()).toEqual({ ok: false, why: 'dropped', error: 'Unreachable' })
    expect(web.asked).toEqual([])
  })

  it('is no way where the program is no browser', async () => {
    const signal = new AbortController().signal
    const noBrowser = { ok: false, why: 'no-way', error: 'NotStarted' }
    expect(await browserWay('/bin/true', folder)(REQUEST, signal)).toEqual(noBrowser)
    expect(await browserWay(join(folder, 'not-there'), folder)(REQUEST, signal)).toEqual(noBrowser)
  })
})

async function secondRequest(looking: Onlooker, session: string): Promise<string> {
  const { frameTree } = await looking.ask<{ frameTree: { frame: { id: string } } }>(
    'Page.getFrameTree',
    {},
    session,
  )
  const { executionContextId } = await looking.ask<{ executionContextId: number }>(
    'Page.createIsolatedWorld',
    { frameId: frameTree.frame.id },
    session,
  )
  const { result } = await looking.ask<{ result: { value: string } }>(
    'Runtime.evaluate',
    {
      contextId: executionContextId,
      expression: `navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8), rpId: 'whatsapp.com' } })
        .then(() => 'signed', (error) => error.name)`,
      awaitPromise: true,
      returnByValue: true,
    },
    session,
  )
  return result.value
}
