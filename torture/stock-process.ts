import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import makeWASocket, {
  Browsers,
  jidNormalizedUser,
  useMultiFileAuthState,
  type WASocket,
} from '@whiskeysockets/baileys'
import { baileysLogger } from '../src/adapters/whatsapp/baileys-logger.ts'
import { listen } from './listen.ts'
import type { Found, State } from './words.ts'

/** A victim: Baileys as its README shows it, on `useMultiFileAuthState`. */
const sockets = new Map<string, WASocket>()
let place = { url: '', folder: '' }

const RESTART_REQUIRED = 515
const LOGGED_OUT = 401
const AGAIN_MS = 250

const say = listen(async (what) => {
  switch (what.do) {
    case 'open':
      place = what
      for (const id of what.ids) say(await found(id))
      for (const id of what.ids) await start(id)
      return
    case 'link':
      return start(what.id)
    case 'write': {
      const sock = sockets.get(what.id)
      await sock?.sendMessage(jidNormalizedUser(sock.user?.id), { text: 'Enlace' }).catch(() => {})
    }
  }
})

/** Baileys takes what it cannot read for nothing at all, and goes on with a new identity. */
async function found(id: string): Promise<Found> {
  const onDisk = await readFile(join(place.folder, id, 'creds.json'), 'utf8').catch(() => null)
  if (onDisk === null) return { say: 'found', id, identity: null, finding: null }
  const { creds } = (await useMultiFileAuthState(join(place.folder, id))).state
  const identity = Buffer.from(creds.signedIdentityKey.public).toString('base64')
  return onDisk.includes(identity)
    ? { say: 'found', id, identity, finding: null }
    : { say: 'found', id, identity: null, finding: 'unreadable credentials' }
}

async function start(id: string): Promise<void> {
  try {
    const { state, saveCreds } = await useMultiFileAuthState(join(place.folder, id))
    const sock = makeWASocket({
      auth: state,
      browser: Browsers.macOS('Chrome'),
      logger: baileysLogger(() => {}),
      markOnlineOnConnect: false,
      waWebSocketUrl: place.url,
    })
    sockets.set(id, sock)
    sock.ev.on('creds.update', () => void saveCreds())
    sock.ev.on('connection.update', ({ connection, qr, lastDisconnect }) => {
      if (qr) tell(id, 'scan', null, qr)
      if (connection === 'open') tell(id, 'online')
      if (connection !== 'close') return
      const output: unknown = lastDisconnect?.error && Reflect.get(lastDisconnect.error, 'output')
      const code: unknown =
        typeof output === 'object' && output !== null ? Reflect.get(output, 'statusCode') : null
      if (code === LOGGED_OUT || code === null || code === undefined) return tell(id, 'refused', String(code))
      tell(id, 'busy')
      setTimeout(() => void start(id), code === RESTART_REQUIRED ? 0 : AGAIN_MS)
    })
  } catch (error) {
    tell(id, 'refused', String(error))
  }
}

function tell(
  id: string,
  status: State['status'],
  cause: string | null = null,
  qr: string | null = null,
): void {
  say({ say: 'state', id, status, cause, qr })
}
