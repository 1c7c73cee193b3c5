import { DEFAULT_CONNECTION_CONFIG, fetchLatestWaWebVersion, type WAVersion } from '@whiskeysockets/baileys'
import type { Log, OpenOutcome, OpenRequest, StoredSession } from '../engine/ports.ts'
import { openAuthStore } from './auth-store.ts'
import { readCredentials } from './baileys-credentials.ts'
import { openBaileysSocket } from './baileys-socket.ts'
import type { KeyVault } from './key-vault.ts'
import { organizationFolder } from './organization-folders.ts'

export interface SessionsSettings {
  /** The folder of all organizations. */
  readonly root: string
  readonly vault: KeyVault
  readonly log: Log
  /** Another server than WhatsApp's (the simulator); null for the real one. */
  readonly url: string | null
  readonly keepAliveMs?: number
}

const WHATSAPP_URL = 'wss://web.whatsapp.com/ws/chat'
const KEEP_ALIVE_MS = 30_000
const VERSION_TIMEOUT_MS = 4_000

/** Opens the stored session of one generation: its store, its credentials, and sockets on them. */
export async function openStoredSession(
  settings: SessionsSettings,
  request: OpenRequest,
): Promise<OpenOutcome> {
  const folder = organizationFolder(settings.root, request.sessionName)
  const opened = await openAuthStore(folder, request, settings.vault)
  if (!opened.ok) return opened

  const { store } = opened
  const credentials = readCredentials(store, request.linked)
  if (credentials.kind === 'damaged') {
    store.close()
    settings.log.warn('damaged credentials', { session: request.sessionName, finding: credentials.finding })
    return { ok: false, cause: { code: 'damaged-store', detail: null } }
  }

  const version = await versionFor(settings.url)
  const { kind, creds } = credentials
  const session: StoredSession = {
    contents: kind,
    number: kind === 'linked' ? credentials.number : null,
    connect: (listener) =>
      openBaileysSocket(
        creds,
        store,
        {
          url: settings.url ?? WHATSAPP_URL,
          version,
          keepAliveMs: settings.keepAliveMs ?? KEEP_ALIVE_MS,
        },
        listener,
      ),
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  }
  return { ok: true, session }
}

let live: WAVersion | undefined

/** WhatsApp refuses old web versions: the live one where it can be had in time, else the one Baileys came with. */
async function versionFor(url: string | null): Promise<WAVersion> {
  if (url !== null) return DEFAULT_CONNECTION_CONFIG.version
  if (live) return live
  const { version, isLatest } = await fetchLatestWaWebVersion({
    signal: AbortSignal.timeout(VERSION_TIMEOUT_MS),
  })
  if (isLatest) live = version
  return version
}
