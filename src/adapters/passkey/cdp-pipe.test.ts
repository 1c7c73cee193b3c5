import { PassThrough } from 'node:stream'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { BrowserProcess } from './browser-process.ts'
import { type CdpEvent, CdpPipe } from './cdp-pipe.ts'
import { VirtualDisplay } from './test-support/virtual-display.ts'
import { hasChromium, processesWith, WhatsAppWeb } from './test-support/whatsapp-web.ts'

const product = z.object({ product: z.string() })

/** A pipe whose other end is this test. */
function ends() {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const pipe = new CdpPipe(input, output)
  const ask = (within?: number) =>
    pipe.ask({ method: 'Browser.getVersion', answer: product, ...(within === undefined ? {} : { within }) })
  return { pipe, input, output, ask }
}

describe('the pipe to a browser', () => {
  it('takes messages in any pieces, also within a letter', async () => {
    const { pipe, input, output, ask } = ends()
    const heard: CdpEvent[] = []
    pipe.listen((event) => heard.push(event))
    const answer = ask()
    expect(String(input.read())).toBe('{"id":1,"method":"Browser.getVersion","params":{}}\0')
    const bytes = Buffer.from(
      '{"method":"A","params":{"t":"ñ"},"sessionId":"S"}\0{"id":1,"result":{"product":"é"}}\0',
    )
    for (const byte of bytes) output.write(Buffer.of(byte))
    expect(await answer).toEqual({ product: 'é' })
    expect(heard).toEqual([{ method: 'A', params: { t: 'ñ' }, sessionId: 'S' }])
  })

  it('has an end for every question', async () => {
    const { output, ask } = ends()
    await expect(ask(1)).rejects.toMatchObject({ kind: 'Silent' })
    const refused = ask()
    output.write('{"id":2,"error":{"code":-32000,"message":"no"}}\0')
    await expect(refused).rejects.toMatchObject({ kind: 'NotDone' })
    const odd = ask()
    output.write('{"id":3,"result":{"product":7}}\0')
    await expect(odd).rejects.toMatchObject({ kind: 'Unreadable' })
    const cut = ask()
    output.end()
    await expect(cut).rejects.toMatchObject({ kind: 'Closed' })
    await expect(ask()).rejects.toMatchObject({ kind: 'Closed' })
  })

  it.each([
    ['what is no JSON', 'hello\0'],
    ['what is no message', '[1]\0'],
    ['a message without an end', 'x'.repeat(17 * 1024 * 1024)],
  ])('closes at %s', async (_what, said) => {
    const { pipe, output, ask } = ends()
    output.write(said)
    await pipe.closed
    await expect(ask()).rejects.toMatchObject({ kind: 'Closed' })
  })
})

// Left out where Chromium, certutil and Xvfb are not installed: `npm test` installs them on Debian as root.
it.skipIf(!hasChromium)('speaks with a real browser, and knows when that ends', async () => {
  const display = await VirtualDisplay.start()
  onTestFinished(() => display.stop())
  const web = await WhatsAppWeb.start()
  onTestFinished(() => web.close())
  const profile = mkdtempSync(join(tmpdir(), 'enlace-profile-'))
  onTestFinished(() => rmSync(profile, { recursive: true }))

  const browser = BrowserProcess.start(join(web.programs, 'chromium'), profile)
  expect(await browser.pipe.ask({ method: 'Browser.getVersion', answer: product })).toMatchObject({
    product: expect.stringMatching(/^Chrome\/\d+/),
  })
  await expect(browser.pipe.ask({ method: 'No.such', answer: z.unknown() })).rejects.toMatchObject({
    kind: 'NotDone',
  })
  await browser.end()
  await browser.pipe.closed
  expect(processesWith(profile)).toEqual([])
})
