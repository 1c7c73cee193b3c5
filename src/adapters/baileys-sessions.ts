import { DEFAULT_CONNECTION_CONFIG } from '@whiskeysockets/baileys'
import type { Log, OpenOutcome, OpenRequest, SocketEvent, StoredSessions } from '../engine/ports.ts'
import { openAuthStore } from './auth-store.ts'
import { readCredentials } from './baileys-credentials.ts'
import { openBaileysSocket } from './baileys-socket.ts'
import type { KeyVault } from './key-vault.ts'
import { organizationFolder } from './organization-folders.ts'
import { inSession } from './session-context.ts'
import { WhatsAppVersion } from './whatsapp-version.ts'

export interface SessionsSettings {
  /** Names this installation: what another has sealed is another computer's, not damaged. */
  readonly installation: string
  /** What a test message says, in the person's language. */
  readonly testMessage: string
  /** The folder of all organizations. */
  readonly root: string
  readonly vault: KeyVault
  readonly log: Log
  /** WebSocket address of WhatsApp, or of the simulator. */
  readonly url: string
  /** Where the last web version that worked is kept. */
  readonly versionFile: string
  readonly keepAliveMs?: number
}

const KEEP_ALIVE_MS = 30_000

/** The stored sessions below a folder, on Baileys. */
export function baileysSessions(settings: SessionsSettings): StoredSessions {
  const versions = new WhatsAppVersion(
    new URL('/sw.js', settings.url.replace(/^ws/, 'http')).href,
    settings.versionFile,
    DEFAULT_CONNECTION_CONFIG.version,
  )
  return { open: (request) => openStoredSession(settings, versions, request) }
}

/** Opens the stored session of one generation: its store, its credentials, and sockets on them. */
async function openStoredSession(
  settings: SessionsSettings,
  versions: WhatsAppVersion,
  request: OpenRequest,
): Promise<OpenOutcome> {
  const { root, vault, log, url, testMessage, keepAliveMs = KEEP_ALIVE_MS } = settings
  const opened = await openAuthStore(organizationFolder(root, request.sessionName), request, vault)
  if (!opened.ok) {
    const { code, detail } = opened.cause
    const foreign = code === 'vault-lost' && ![null, settings.installation].includes(request.installation)
    return { ok: false, cause: { code: foreign ? 'foreign-store' : code, detail } }
  }

  const { store } = opened
  const credentials = readCredentials(store, request.linked)
  if (credentials.kind === 'damaged') {
    store.close()
    log.warn('damaged credentials', { session: request.sessionName, finding: credentials.finding })
    return { ok: false, cause: { code: 'damaged-store', detail: null } }
  }

  const { kind, creds } = credentials
  return {
    ok: true,
    session: {
      contents: kind,
      number: kind === 'linked' ? credentials.number : null,
      async connect(renewVersion, listener) {
        const known = await versions.current(renewVersion)
        const { version, source } = known
        listener({ type: 'version', version: version.join('.'), source })
        const tell = (event: SocketEvent) => {
          if (event.type === 'open') void versions.worked(known).catch(() => {})
          listener(event)
        }
        return inSession(request.sessionName, () =>
          openBaileysSocket(creds, store, { url, version, keepAliveMs, testMessage }, tell),
        )
      },
      checkpoint: () => store.checkpoint(),
      close: () => store.close(),
    },
  }
}
