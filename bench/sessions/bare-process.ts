import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import makeWASocket, {
  DisconnectReason,
  makeCacheableSignalKeyStore,
  useMultiFileAuthState,
} from '@whiskeysockets/baileys'
import { baileysLogger } from '../../src/adapters/whatsapp/baileys-logger.ts'
import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import type { Job } from './figures.ts'
import { measured, type Tally } from './measured.ts'

/** Bare Baileys as its own example runs it: stock store, and every close but a logout opens the socket again. */
silenceConsole()
await measured(async ({ url, folder, sessions, skip }: Job, tally: Tally) => {
  const names = (await readdir(folder)).toSorted().slice(skip, skip + sessions)
  await Promise.all(names.map((name) => startSock(join(folder, name), url, tally)))
  return { end: async () => {} }
})

async function startSock(folder: string, url: string, tally: Tally): Promise<void> {
  tally.attempts += 1
  const logger = baileysLogger(() => {})
  const { state, saveCreds } = await useMultiFileAuthState(folder)
  const sock = makeWASocket({
    auth: { creds: state.creds, keys: makeCacheableSignalKeyStore(state.keys, logger) },
    logger,
    waWebSocketUrl: url,
    markOnlineOnConnect: false,
    syncFullHistory: false,
  })
  let open = false
  sock.ev.on('creds.update', () => void saveCreds())
  sock.ev.on('connection.update', ({ connection, lastDisconnect }) => {
    if (connection === 'open') {
      open = true
      tally.up()
    }
    if (connection !== 'close') return
    if (open) tally.down()
    open = false
    const error = lastDisconnect?.error
    const output: unknown = error && 'output' in error ? error.output : undefined
    const code: unknown =
      typeof output === 'object' && output !== null ? Reflect.get(output, 'statusCode') : 0
    if (code !== DisconnectReason.loggedOut) void startSock(folder, url, tally)
  })
}
