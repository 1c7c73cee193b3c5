import { DEFAULT_CONNECTION_CONFIG } from '@whiskeysockets/baileys'
import type { Cause } from '../../contract/cause.ts'
import type { About, Finding } from '../../contract/session-view.ts'
import type {
  Log,
  OpenOutcome,
  OpenRequest,
  RestoreOutcome,
  SocketEvent,
  StoredSession,
  StoredSessions,
} from '../../engine/ports.ts'
import { removePatiently } from '../files/atomic-file.ts'
import { type AuthStore, generationFolder, openAuthStore } from '../store/auth-store.ts'
import { guarded } from '../store/store-error.ts'
import { type Credentials, readCredentials } from '../credentials/baileys-credentials.ts'
import { renewSessions, restoreFrom } from './baileys-restore.ts'
import { openBaileysSocket } from './baileys-socket.ts'
import { noteOwner, ownerOf } from '../folders/folder-owner.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { bringUpStores } from '../installation/older-stores.ts'
import { organizationFolder } from '../folders/organization-folders.ts'
import { PreKeyMark } from '../credentials/pre-key-mark.ts'
import { inSession } from '../runtime/session-context.ts'
import { type Snapshots, snapshotsOf } from '../store/snapshots.ts'
import type { PasskeyLimits } from '../pairing/passkey-exchange.ts'
import type { Passkeys } from '../passkey/passkeys.ts'
import type { WayOut } from '../network/way-out.ts'
import { type KnownVersion, WhatsAppVersion } from './whatsapp-version.ts'

export interface SessionsSettings {
  /** Names this installation: what another has sealed is another computer's, not damaged. */
  readonly installation: string
  /** What a test message says, in the person's language. */
  readonly testMessage: () => string
  /** The folder of all organizations. */
  readonly root: string
  readonly vault: KeyVault
  readonly log: Log
  /** WebSocket address of WhatsApp, or of the simulator. */
  readonly url: string
  readonly way: WayOut
  /** Where the last web version that worked is kept. */
  readonly versionFile: string
  readonly keepAliveMs?: number
  readonly passkeys: Passkeys
  /** How long a passkey's confirmation may take; as WhatsApp's own where left out. */
  readonly passkeyLimits?: Partial<PasskeyLimits> | undefined
  /** Milliseconds that each QR lives; as WhatsApp's own where left out. */
  readonly qrLifeMs?: number | undefined
}

const KEEP_ALIVE_MS = 30_000
/** More than any of Baileys' sentences; what is longer may hold something of a message. */
const REASON_MAX = 80
/** Treated as a restored snapshot is: an old state of conversations would lose messages without a word. */
const ROLLED_BACK: Finding = { code: 'rolled-back', severity: 'note', count: 1 }

/** The stored sessions below a folder, on Baileys. */
export function baileysSessions(settings: SessionsSettings): StoredSessions {
  const versions = new WhatsAppVersion(
    new URL('/sw.js', settings.url.replace(/^ws/, 'http')).href,
    settings.versionFile,
    DEFAULT_CONNECTION_CONFIG.version,
    settings.way.fetchOptions,
  )
  return {
    open: (request) => openStoredSession(settings, versions, request),
    restore: (request, to) => restore(settings, request, to),
    bringUp: (record, inUse) => bringUpStores(settings.root, settings.vault, record, inUse),
  }
}

/** Opens the stored session of one generation: its store, its credentials, and sockets on them. */
async function openStoredSession(
  settings: SessionsSettings,
  versions: WhatsAppVersion,
  request: OpenRequest,
): Promise<OpenOutcome> {
  const { vault, log, installation } = settings
  const folder = folderOf(settings, request)
  const snapshots = snapshotsOf(folder, request, vault)
  const [snapshotAt = null] = await snapshots.list()

  const refuse = (cause: Cause, about: About | null): OpenOutcome => ({ ok: false, cause, about, snapshotAt })
  const damage = (findings: readonly Finding[]) =>
    refuse({ code: 'damaged-store', detail: null }, { kind: 'findings', findings })

  const opened = await openAuthStore(folder, request, vault)
  if (!opened.ok) {
    const { cause, findings } = opened
    if (cause.code === 'damaged-store') return damage(findings)
    if (cause.code === 'folder-in-use') return refuse(cause, ownerOf(folder))
    const foreign = cause.code === 'vault-lost' && ![null, installation].includes(request.installation)
    return refuse(foreign ? { code: 'foreign-store', detail: null } : cause, null)
  }

  const { store } = opened
  const credentials = readCredentials(store, request.linked)
  if (credentials.kind === 'damaged') {
    store.close()
    log.warn('damaged credentials', { session: request.sessionName, finding: credentials.detail })
    return damage(credentials.findings)
  }
  noteOwner(folder)
  return {
    ok: true,
    session: storedSession(settings, versions, request, { store, credentials, snapshots, snapshotAt }),
  }
}

interface Opened {
  readonly store: AuthStore
  readonly credentials: Exclude<Credentials, { kind: 'damaged' }>
  readonly snapshots: Snapshots
  readonly snapshotAt: number | null
}

function storedSession(
  settings: SessionsSettings,
  versions: WhatsAppVersion,
  request: OpenRequest,
  { store, credentials, snapshots, snapshotAt }: Opened,
): StoredSession {
  const { url, way, testMessage, keepAliveMs = KEEP_ALIVE_MS, qrLifeMs, log } = settings
  const { passkeys, passkeyLimits } = settings
  const { kind, creds, findings } = credentials
  const mark = new PreKeyMark(folderOf(settings, request))
  const renew = () => guarded(() => renewSessions(store, mark, creds))
  let presented: KnownVersion | null = null
  return {
    contents: kind,
    number: kind === 'linked' ? credentials.number : null,
    lid: kind === 'linked' ? credentials.lid : null,
    snapshotAt,
    findings: kind === 'linked' && store.rolledBack ? [ROLLED_BACK, ...findings] : findings,
    values: store.values,
    async connect(renewVersion, listener) {
      if (kind === 'linked' && store.rolledBack) {
        log.warn('the store went back to an earlier state', { session: request.sessionName })
        renew()
      }
      const known = await versions.current(renewVersion ? presented : null)
      presented = known
      const { version, source } = known
      listener({ type: 'version', version: version.join('.'), source })
      const onUnhandled = (reason: string) =>
        log.warn('message not handled', { session: request.sessionName, reason: reason.slice(0, REASON_MAX) })
      const tell = (event: SocketEvent) => {
        if (event.type === 'open') void versions.worked(known).catch(() => {})
        listener(event)
      }
      return inSession(request.sessionName, () =>
        openBaileysSocket(
          creds,
          store,
          mark,
          {
            url,
            way,
            version,
            keepAliveMs,
            qrLifeMs,
            testMessage,
            onUnhandled,
            passkeys,
            passkeyLimits,
            log,
            session: request.sessionName,
          },
          tell,
        ),
      )
    },
    snapshot: () => snapshots.make(store),
    renew,
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  }
}

async function restore(
  settings: SessionsSettings,
  request: OpenRequest,
  to: number,
): Promise<RestoreOutcome> {
  const folder = folderOf(settings, request)
  const snapshot = await snapshotsOf(folder, request, settings.vault).openNewest()
  if (!snapshot) return { ok: false, cause: { code: 'damaged-store', detail: null } }
  try {
    const place = { ...request, generation: to }
    // What an attempt before a crash may have left: no record names it.
    await removePatiently(folderOf(settings, place))
    return await restoreFrom(
      snapshot,
      new PreKeyMark(folder),
      folderOf(settings, place),
      place,
      settings.vault,
    )
  } finally {
    snapshot.close()
  }
}

function folderOf({ root }: SessionsSettings, { sessionName, generation }: OpenRequest): string {
  return generationFolder(organizationFolder(root, sessionName), generation)
}
