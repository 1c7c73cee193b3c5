import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import makeWASocket, { useMultiFileAuthState } from '@whiskeysockets/baileys'
import type { Simulator } from '../../simulator/server.ts'
import { baileysLogger } from '../whatsapp/baileys-logger.ts'

/** What the older servers did: stock Baileys on its multi-file folder, linked and then switched off. */
export async function otherServersFolder(
  simulator: Simulator,
  number: string,
  folder: string,
): Promise<void> {
  const { state, saveCreds } = await useMultiFileAuthState(folder)
  for (let online = false; !online;) {
    const socket = makeWASocket({
      auth: state,
      logger: baileysLogger(() => {}),
      waWebSocketUrl: simulator.url,
    })
    socket.ev.on('creds.update', () => void saveCreds())
    online = await new Promise<boolean>((resolve) => {
      socket.ev.on('connection.update', ({ qr, connection }) => {
        if (qr !== undefined) void simulator.phone(number).scan(qr)
        if (connection === 'open') resolve(true)
        if (connection === 'close') resolve(false)
      })
    })
    if (online) {
      await settled(folder)
      await socket.end(undefined)
      await settled(folder)
    }
  }
}

/** Resolves when nothing in the folder has changed for a while: stock Baileys writes without saying when. */
async function settled(folder: string): Promise<void> {
  for (let before = ''; ;) {
    const now = JSON.stringify(await contents(folder))
    if (now === before) return
    before = now
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** The texts of the files in a folder, by name. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return Object.fromEntries(names.map((name, n) => [name, texts[n] ?? '']))
}
