import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authority, signedBy } from '../../network/test-support/certificates.ts'
import { listening, type Listening } from '../../network/test-support/listening.ts'

const CHROMIUM = '/usr/bin/chromium'

/** Whether this machine has what these tests need, which `npm test` installs on Debian as root. */
export const hasChromium = [CHROMIUM, '/usr/bin/certutil', '/usr/bin/Xvfb'].every((file) => existsSync(file))

/** Tries everything that a page can do by itself. */
const RESTLESS = `<!doctype html><title>quiet</title>
<noscript><meta http-equiv="refresh" content="0; url=/elsewhere"></noscript>
<link rel="stylesheet" href="/style.css"><img src="/picture.png"><iframe src="/frame"></iframe>
<script>document.title = 'script'; fetch('/script')</script><script src="/script.js"></script>`

/**
 * Stands where WhatsApp Web is, for a browser on this computer: the name leads here, and the certificate is trusted.
 * The product knows nothing of it: `programs` goes first into PATH, and `chromium` there starts the real one.
 */
export class WhatsAppWeb {
  /** What was asked for, in order; but for the icon of the tab, which the browser asks for by itself, or not in time. */
  readonly asked: string[] = []
  /** Its page comes when this does. */
  patience: Promise<void> = Promise.resolve()
  /** Where its page sends whoever asks for it. */
  sendsTo: string | null = null
  readonly folder: string
  readonly #at: Listening<Server>

  private constructor(at: Listening<Server>, folder: string) {
    this.#at = at
    this.folder = folder
    at.server.on('request', (request, answer) => {
      if (request.url !== '/favicon.ico') this.asked.push(`${request.method} ${request.url}`)
      void this.patience.then(() => {
        if (request.url === '/' && this.sendsTo !== null)
          answer.writeHead(302, { location: this.sendsTo }).end()
        else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(RESTLESS)
      })
    })
  }

  static async start({ isTrusted = true } = {}): Promise<WhatsAppWeb> {
    const folder = mkdtempSync(join(tmpdir(), 'enlace-whatsapp-web-'))
    const ca = await authority('A test')
    const web = new WhatsAppWeb(
      await listening(createServer(await signedBy(ca, {}, 'web.whatsapp.com'))),
      folder,
    )
    const trusted = join(folder, 'home', '.pki', 'nssdb')
    mkdirSync(trusted, { recursive: true })
    writeFileSync(join(folder, 'ca.pem'), ca.cert)
    execFileSync('certutil', ['-N', '-d', `sql:${trusted}`, '--empty-password'])
    const trust = ['-A', '-d', `sql:${trusted}`, '-t', 'C,,', '-n', 'test', '-i', join(folder, 'ca.pem')]
    if (isTrusted) execFileSync('certutil', trust)
    web.mapTo(web.#at.port)
    return web
  }

  /** Where the wrapper is. */
  get programs(): string {
    return join(this.folder, 'programs')
  }

  /** Where the browser finds web.whatsapp.com. */
  mapTo(port: number): void {
    const words = [
      // Chromium refuses its sandbox to root.
      '--no-sandbox',
      '--disable-gpu',
      // Also where the person at this machine has Wayland: nothing of a test is to be seen.
      '--ozone-platform=x11',
      `--host-resolver-rules="MAP web.whatsapp.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"`,
      // For the test, which looks on.
      '--remote-debugging-port=0',
    ]
    mkdirSync(this.programs, { recursive: true })
    const wrapper = join(this.programs, 'chromium')
    writeFileSync(
      wrapper,
      `#!/bin/sh\nexport HOME='${join(this.folder, 'home')}' TMPDIR='${this.folder}'\nexec ${CHROMIUM} ${words.join(' ')} "$@"\n`,
    )
    chmodSync(wrapper, 0o755)
  }

  async close(): Promise<void> {
    await this.#at.close()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

/** The processes of this computer whose command line has these words, zombies left out. */
export function processesWith(words: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(words))
    .map(Number)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
