import { randomBytes } from 'node:crypto'
import makeWASocket, {
  type AuthenticationCreds,
  type BinaryNode,
  Browsers,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  makeCacheableSignalKeyStore,
  S_WHATSAPP_NET,
} from '@whiskeysockets/baileys'
import WebSocket from 'ws'
import type { Close, Log, SessionSocket, SocketEvent } from '../../engine/ports.ts'
import { acknowledge } from '../pairing/acknowledge.ts'
import { deviceTypeOf, PasskeyExchange, type PasskeyLimits } from '../pairing/passkey-exchange.ts'
import { QrCodes } from '../pairing/qr-codes.ts'
import { accountNames } from '../gate/account-names.ts'
import { guardConnection } from '../gate/gate.ts'
import type { Passkeys } from '../passkey/passkeys.ts'
import type { AuthStore } from '../store/auth-store.ts'
import { StoreError } from '../store/store-error.ts'
import { ownAccount } from '../credentials/own-account.ts'
import { closeOf } from './baileys-close.ts'
import { baileysLogger, type UnreadMessage } from './baileys-logger.ts'
import { CREDS, encode } from '../credentials/baileys-codec.ts'
import { withReadableSenderKeys } from '../credentials/sender-keys.ts'
import { preKeyIdsOf, sealedKeys, writeCredentials } from './baileys-keys.ts'
import { diskCause } from '../files/disk-cause.ts'
import type { PreKeyMark } from '../credentials/pre-key-mark.ts'
import { requestCode } from '../signs/pairing-code.ts'
import { listenForSigns } from './baileys-signs.ts'
import { OwnLid } from '../credentials/own-lid.ts'
import { personOf } from '../credentials/person.ts'
import { askLid } from '../signs/own-lid-question.ts'
import { OfflineQueue } from '../signs/offline-queue.ts'
import { listenForRestrictions } from '../signs/restrictions.ts'
import { PreKeySupply } from '../signs/pre-key-supply.ts'
import { sendTestMessage } from './baileys-test-message.ts'
import { isPortalAnswer } from '../network/portal.ts'
import type { WayOut } from '../network/way-out.ts'
import type { WebVersion } from './whatsapp-version.ts'

export interface SocketSettings {
  readonly url: string
  readonly way: WayOut
  readonly version: WebVersion
  /** Milliseconds between pings. A link on which nothing arrives for a third longer is dead. */
  readonly keepAliveMs: number
  /** Milliseconds that each QR lives, where not as WhatsApp's own do. */
  readonly qrLifeMs?: number | undefined
  /** What a test message says. */
  readonly testMessage: () => string
  readonly passkeys: Passkeys
  readonly passkeyLimits?: Partial<PasskeyLimits> | undefined
  readonly log: Log
  /** Names the session in the log. */
  readonly session: string
  /** A message that Baileys could not handle at all: what stopped it. */
  readonly onUnhandled: (reason: string) => void
}

/** As long as a timer can be: the codes are timed here. */
const NEVER_MS = 2 ** 31 - 1
/** A last word from the server is followed by its hanging up; it is not waited for longer than this. */
const HANG_UP_MS = 300
/** How often traffic is reported at most, as a share of the time between two pings. */
const TRAFFIC_SHARE = 1 / 3
const SILENCE_FACTOR = 4 / 3
/** How long the other side may take to answer when it is asked whether it is there. */
const CHECK_MS = 5_000
const LOG_OUT_MS = 12_000

/**
 * One Baileys socket on an open store. Whatever Baileys wants kept is committed synchronously, inside the event:
 * on pairing it emits the credentials first and only then answers the phone (its `Socket/socket.js`), so the link
 * is on disk before the phone believes in it.
 */
export function openBaileysSocket(
  creds: AuthenticationCreds,
  store: AuthStore,
  mark: PreKeyMark,
  settings: SocketSettings,
  listener: (event: SocketEvent) => void,
): SessionSocket {
  let ended = false
  const tell = (event: SocketEvent) => {
    if (!ended) listener(event)
  }
  /** Says the last word and frees everything. */
  const end = (lastWord: SocketEvent | null) => {
    if (ended) return
    if (lastWord) listener(lastWord)
    ended = true
    clearInterval(watchdog)
    clearTimeout(hangUp)
    clearTimeout(checking)
    supply.end()
    codes.stop()
    passkey.end()
    void sock.end(undefined)
    terminate()
  }
  /** Every write goes through here: after the end there are none, and a failed one is the end. */
  const keep = (write: () => void) => {
    if (ended) throw new Error('the socket has ended')
    try {
      write()
    } catch (error) {
      end({ type: 'write-failed', cause: error instanceof StoreError ? error.cause : diskCause(error) })
      throw error
    }
  }

  /**
   * Baileys emits the ids of new pre-keys before it stores the keys (its `uploadPreKeys` and `sendRetryRequest`). A
   * process that ends in between would leave credentials that promise keys nobody has: both are written together.
   */
  let storedIds = preKeyIdsOf(creds)
  const besidePreKeys = () => {
    storedIds = preKeyIdsOf(creds)
    return [{ ...CREDS, value: encode(creds) }]
  }

  const heardUnread = ({ id, author, other, stopped, own }: UnreadMessage) => {
    if (stopped !== null) settings.onUnhandled(stopped)
    // A write that fails has ended the socket by then, with its cause.
    if (own) lookForNewLid().catch(() => {})
    let sender = author
    try {
      sender = personOf(author, other, store)
    } catch {
      // A mapping that cannot be read is told where the store is checked; here it only tells fewer names apart.
    }
    tell({ type: 'decrypt-failed', id, sender })
  }
  const queue = new OfflineQueue(tell)
  const logger = baileysLogger(heardUnread, (id) => queue.unreadable(id))
  const agent = settings.way.agentFor(settings.url)
  const browser = Browsers.macOS('Chrome')
  const sock = makeWASocket({
    agent,
    auth: {
      creds,
      // Outside the cache, which keeps records as Baileys wrote them.
      keys: withReadableSenderKeys(
        makeCacheableSignalKeyStore(sealedKeys(store, keep, besidePreKeys), logger),
      ),
    },
    browser,
    defaultQueryTimeoutMs: 60_000,
    keepAliveIntervalMs: settings.keepAliveMs,
    fetchAgent: agent,
    logger,
    qrTimeout: NEVER_MS,
    markOnlineOnConnect: false,
    // Media and history are fetched by the same way.
    options: settings.way.fetchOptions,
    syncFullHistory: false,
    // A write is durable or the socket ends: repeating it inside Baileys would only hide the failure.
    transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
    version: [...settings.version],
    waWebSocketUrl: settings.url,
  })

  guardConnection(sock.ws, {
    refuse({ message, pairing }) {
      settings.log.warn('unusable', { session: settings.session, why: message })
      end({ type: 'closed', close: pairing || answered ? { how: 'pairing-failed' } : { how: 'unusable' } })
    },
    unwatched: () => settings.log.warn('stanza not looked at', { session: settings.session }),
  })
  const terminate = () => {
    // `sock.end()` waits up to 30 s for the other side's close frame; a dead link has none to send.
    const socket: unknown = Reflect.get(sock.ws, 'socket')
    if (socket instanceof WebSocket) socket.terminate()
  }

  let open = false
  /** In milliseconds of a clock that nobody can set. */
  let lastFrame = performance.now()
  let lastTold = -Infinity
  let hangUp: NodeJS.Timeout | undefined
  let checking: NodeJS.Timeout | undefined
  const watchdog = setInterval(() => {
    if (performance.now() - lastFrame > settings.keepAliveMs * SILENCE_FACTOR) {
      end({ type: 'closed', close: { how: 'code', code: 408 } })
    }
  }, settings.keepAliveMs / 6)

  const ownLid = new OwnLid(creds, store)
  /** The own phone seems to write under a name that is not known as its own: WhatsApp may have changed it. */
  const lookForNewLid = async () => {
    const { number } = ownAccount(creds, store)
    if (number === null) return
    const lid = await askLid(sock, `${number}@s.whatsapp.net`).catch(() => null)
    if (!ended && ownLid.adopt(lid) && creds.me) sock.ev.emit('creds.update', { me: creds.me })
  }
  sock.ev.on('creds.update', () => {
    const before = ownLid.lid
    ownLid.keep()
    if (open && ownLid.lid !== null && ownLid.lid !== before) tell({ type: 'lid', lid: ownLid.lid })
    keep(() => {
      mark.raise(creds.nextPreKeyId)
      writeCredentials(store, mark, { ...creds, ...storedIds })
    })
  })

  const codes = new QrCodes(
    settings.qrLifeMs,
    () => creds.advSecretKey,
    tell,
    () => end({ type: 'closed', close: { how: 'qr-ended' } }),
  )
  /** A phone has scanned or typed the code, and Baileys has not yet taken the link that WhatsApp sent. */
  let answered = false
  sock.ev.on('connection.update', (update) => {
    if (update.qr) codes.begin(update.qr)
    if (update.isNewLogin) {
      answered = false
      tell({ type: 'paired', ...ownAccount(creds, store) })
    }
    if (update.connection === 'open') {
      const account = ownAccount(creds, store)
      if (account.number === null && account.lid === null) {
        end({ type: 'closed', close: { how: 'unusable' } })
        return
      }
      open = true
      tell({ type: 'open', ...account, ...accountNames(creds) })
    }
    if (update.connection === 'close') {
      const error = update.lastDisconnect?.error
      end({ type: 'closed', close: answered ? { how: 'pairing-failed' } : closeOf(error, Date.now()) })
    }
  })

  sock.ws.on('CB:iq,type:set,pair-device', (stanza: BinaryNode) => {
    const refs = getBinaryNodeChildren(getBinaryNodeChild(stanza, 'pair-device'), 'ref')
    codes.granted(
      refs.map(({ content }) => (content instanceof Uint8Array ? Buffer.from(content).toString() : '')),
    )
  })
  // Before Baileys' own listener, which closes at once where it does not take the link.
  sock.ws.prependListener('CB:iq,,pair-success', () => {
    answered = true
    codes.stop()
  })
  const passkey = new PasskeyExchange(sock, creds, {
    passkeys: settings.passkeys,
    deviceType: deviceTypeOf(browser[1]),
    log: settings.log,
    session: settings.session,
    tell,
    limits: settings.passkeyLimits,
  })
  // The phone has taken the code that was typed, or the owner is to confirm.
  sock.ws.on('CB:notification,type:link_code_companion_reg', () => codes.stop())
  sock.ws.on('CB:notification,type:passkey_prologue_request', () => codes.stop())
  // WhatsApp retires the secret in the code on screen. Unanswered, every later scan fails (Baileys issue 2737).
  sock.ws.on('CB:notification,type:companion_reg_refresh', (stanza: BinaryNode) => {
    if (creds.account) return
    acknowledge(sock, creds, stanza)
    // What the passkey confirms holds the new secret already: WhatsApp would not know yet another one.
    if (passkey.begun) return
    creds.advSecretKey = randomBytes(32).toString('base64')
    sock.ev.emit('creds.update', { advSecretKey: creds.advSecretKey })
    codes.redraw()
  })
  sock.ws.on('CB:success', () => tell({ type: 'accepted' }))
  listenForSigns(sock, creds, tell)
  const supply = new PreKeySupply(sock, tell)
  listenForRestrictions(sock, tell)
  queue.listen(sock, () => creds.me?.id)
  sock.ws.on('frame', () => {
    lastFrame = performance.now()
    if (open && lastFrame - lastTold >= settings.keepAliveMs * TRAFFIC_SHARE) {
      lastTold = lastFrame
      tell({ type: 'traffic' })
    }
  })
  // Baileys raises no event for an upgrade that is answered with an HTTP status: it would hang for ever.
  sock.ws.on('unexpected-response', (_request: unknown, response: { statusCode?: number }) => {
    const { statusCode: status = 0 } = response
    const close: Close = isPortalAnswer(status) ? { how: 'portal' } : { how: 'upgrade-refused', status }
    end({ type: 'closed', close })
  })
  for (const lastWord of ['CB:stream:error', 'CB:failure', 'CB:xmlstreamend']) {
    sock.ws.on(lastWord, () => {
      hangUp ??= setTimeout(terminate, HANG_UP_MS)
    })
  }

  return {
    close: () => end(null),
    requestCode(number) {
      const until = Date.now() + codes.lastsMs
      requestCode(sock, number).then(
        (answer) =>
          tell(
            answer.ok
              ? { type: 'code', code: answer.code, lifeMs: until - Date.now() }
              : { type: 'code-refused', status: answer.status },
          ),
        () => end({ type: 'closed', close: { how: 'code', code: 428 } }),
      )
    },
    usePasskey: (way) => passkey.use(way),
    confirmCode: () => passkey.confirmCode(),
    test() {
      void sendTestMessage(sock, creds, settings.testMessage(), tell)
    },
    sendKeys() {
      void supply.look()
    },
    check() {
      const asked = performance.now()
      sock.sendNode(ping(sock.generateMessageTag())).catch(() => {})
      checking ??= setTimeout(() => {
        checking = undefined
        if (lastFrame < asked) end({ type: 'closed', close: { how: 'code', code: 408 } })
      }, CHECK_MS)
    },
    async logOut() {
      const jid = creds.me?.id
      if (!jid || ended) return false
      // Not `sock.logout()`: that one closes at once and cannot tell whether WhatsApp has heard it.
      const answer: unknown = await sock.query(
        {
          tag: 'iq',
          attrs: { to: S_WHATSAPP_NET, type: 'set', xmlns: 'md' },
          content: [{ tag: 'remove-companion-device', attrs: { jid, reason: 'user_initiated' } }],
        },
        LOG_OUT_MS,
      )
      return answer !== undefined
    },
  }
}

function ping(id: string): BinaryNode {
  return {
    tag: 'iq',
    attrs: { id, to: S_WHATSAPP_NET, type: 'get', xmlns: 'w:p' },
    content: [{ tag: 'ping', attrs: {} }],
  }
}
