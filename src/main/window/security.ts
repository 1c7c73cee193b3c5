import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, session, type WebContents } from 'electron'

/** Where the window's page lives. */
const PAGE_HOST = 'enlace'
export const PAGE_ORIGIN = `app://${PAGE_HOST}`

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  // Node loads these classes with their first use: better now, while Chromium starts, than when the page is asked for.
  void [new Request(PAGE_ORIGIN), new Response()]
}

/** Serves the built page, and nothing outside `folder`, under a strict content security policy. */
export function servePage(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const wanted = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname.slice(1))
    const path = normalize(join(folder, wanted))
    const type = TYPES[extname(path)]
    if (url.host !== PAGE_HOST || !path.startsWith(folder + sep) || !type) {
      return new Response(null, { status: 404 })
    }
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

/** The page needs no permission of any kind. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

/**
 * The page's spelling is nobody's business, and a new profile would fetch a dictionary from Google's servers although
 * no field is checked (`spellcheck: false` does not prevent it).
 */
export function fetchNoDictionary(): void {
  session.defaultSession.setSpellCheckerLanguages([])
}

/** The window shows its one page and opens no other. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
