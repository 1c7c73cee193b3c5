import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { BrowserWindow, dialog, nativeTheme, type Session, session, type WebAuthnAccount } from 'electron'
import { readOutcome, SIGNING_ORIGIN } from '../passkey/assertion.ts'
import { type PasskeyRequest, RP_ID } from '../passkey/passkey-request.ts'
import type { Signed } from '../passkey/passkeys.ts'
import { signingScript, STOP_SCRIPT } from '../passkey/signing-script.ts'
import { aborted, type Way } from '../passkey/way.ts'
import { passkeyPage } from './passkey-page.ts'

const PAGE = `${SIGNING_ORIGIN}/`
const SIZE = { width: 460, height: 300 }
const GROUND = { light: '#f4f3ef', dark: '#15171b' }
/** How many keys a person is asked about; nobody has so many for one site. */
const MOST_KEYS = 8
const LONGEST_NAME = 60
/** How long a page has to let go of the dialog. */
const STOP_MS = 500

/** What the person reads meanwhile. */
export interface PasskeyWords {
  /** As `es`. */
  readonly language: string
  readonly title: string
  readonly what: string
  /** Where there are several keys. */
  readonly whichKey: string
  readonly cancel: string
}

export interface PasskeyWindowParts {
  readonly words: () => PasskeyWords
  /** The window that it belongs to and closes with. */
  readonly parent: () => BrowserWindow | null
}

/**
 * A window of Enlace in which the system's own dialog is opened. It stands for WhatsApp Web without any network: its
 * one page is made here, has no scripts, and goes nowhere.
 */
export function passkeyWindow({ words, parent }: PasskeyWindowParts): Way {
  return async (request, signal) => {
    const said = words()
    const place = closedSession(passkeyPage(said))
    const window = openWindow(place, said.title, parent())
    const end = new AbortController()
    place.on('select-webauthn-account', (_event, { relyingPartyId, accounts }, choose) => {
      const keys = relyingPartyId === RP_ID ? accounts : []
      // A window that is closed meanwhile takes the question with it.
      void chooseKey(window, keys, said, end.signal)
        .catch(() => null)
        .then(choose)
        .catch(() => {})
    })
    try {
      const signed = await Promise.race([ceremony(window, request), endOf(window), stopped(window, signal)])
      // The page hears first of an end from outside, and knows less of it.
      return signal.aborted && !signed.ok ? aborted(signal) : signed
    } finally {
      end.abort()
      if (!window.isDestroyed()) window.destroy()
      await leave(place)
    }
  }
}

async function ceremony(window: BrowserWindow, request: PasskeyRequest): Promise<Signed> {
  try {
    await window.loadURL(PAGE)
    const said: unknown = await window.webContents.executeJavaScript(signingScript(request), true)
    return readOutcome(said, request)
  } catch {
    // Where the window is gone meanwhile, that is what counts; it says so itself.
    return { ok: false, why: 'dropped', error: 'PageFailed' }
  }
}

/** In the memory of this ceremony alone, without a network: what is not the page is not there. */
function closedSession(page: Response): Session {
  const place = session.fromPartition(`passkey-${randomUUID()}`)
  place.setSpellCheckerLanguages([])
  place.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  place.setPermissionCheckHandler(() => false)
  place.setDevicePermissionHandler(() => false)
  place.on('will-download', (event) => event.preventDefault())
  place.webRequest.onBeforeRequest(({ url, method, resourceType }, answer) =>
    answer({ cancel: url !== PAGE || method !== 'GET' || resourceType !== 'mainFrame' }),
  )
  place.protocol.handle('https', ({ url }) => (url === PAGE ? page.clone() : Response.error()))
  return place
}

/** Electron keeps an empty session until the program ends. */
async function leave(place: Session): Promise<void> {
  place.removeAllListeners('select-webauthn-account')
  await Promise.allSettled([place.closeAllConnections(), place.clearStorageData()])
}

function openWindow(place: Session, title: string, parent: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    title,
    ...(parent === null || parent.isDestroyed() ? {} : { parent }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: place,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
  window.setMenu(null)
  const { webContents } = window
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-redirect', (event) => event.preventDefault())
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  return window
}

/** The end of a window before it has signed. A script that waits in it never hears of that. */
function endOf(window: BrowserWindow): Promise<Signed> {
  return new Promise((resolve) => {
    window.once('closed', () => resolve(refused('Closed')))
    window.once('unresponsive', () => resolve(refused('Unresponsive')))
    window.webContents.once('render-process-gone', () =>
      resolve({ ok: false, why: 'dropped', error: 'Crashed' }),
    )
  })
}

/** Takes the system's dialog away before the window goes. */
async function stopped(window: BrowserWindow, signal: AbortSignal): Promise<Signed> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  if (!window.isDestroyed()) {
    const heard = window.webContents.executeJavaScript(STOP_SCRIPT).catch(() => {})
    await Promise.race([heard, delay(STOP_MS)])
  }
  return aborted(signal)
}

/** Chromium asks this even where there is one key; null for none of them. */
async function chooseKey(
  window: BrowserWindow,
  accounts: readonly WebAuthnAccount[],
  { title, whichKey, cancel }: PasskeyWords,
  signal: AbortSignal,
): Promise<string | null> {
  if (accounts.length <= 1) return accounts[0]?.credentialId ?? null
  const keys = accounts.slice(0, MOST_KEYS)
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title,
    message: whichKey,
    buttons: [...keys.map(nameOf), cancel],
    cancelId: keys.length,
    noLink: true,
    signal,
  })
  return keys[response]?.credentialId ?? null
}

function nameOf({ displayName = '', name = '' }: WebAuthnAccount, index: number): string {
  const said = [...(displayName.trim() || name.trim() || String(index + 1))]
  return said.length > LONGEST_NAME ? `${said.slice(0, LONGEST_NAME - 1).join('')}…` : said.join('')
}

function refused(error: string): Signed {
  return { ok: false, why: 'refused', error }
}
