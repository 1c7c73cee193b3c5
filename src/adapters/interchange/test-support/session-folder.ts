import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { useMultiFileAuthState } from '@whiskeysockets/baileys'
import { recordWith } from '../../../engine/test-support/records.ts'
import { fewAtATime } from '../../files/few-at-a-time.ts'

/** What another server leaves behind: a link as stock Baileys writes it, which no phone has ever seen. */
export async function sessionFolder(folder: string, number = '573007915262'): Promise<void> {
  const { state, saveCreds } = await useMultiFileAuthState(folder)
  Object.assign(state.creds, {
    me: { id: `${number}:7@s.whatsapp.net` },
    account: { details: Buffer.of(1), accountSignatureKey: Buffer.alloc(32) },
    registered: true,
  })
  await saveCreds()
}

/** Customers who have written to it, so many, each with a file. */
export async function addCustomers(folder: string, count: number): Promise<void> {
  await fewAtATime(
    Array.from({ length: count }, (_, n) => String(573_000_000_000 + n)),
    (number) => writeFile(join(folder, `lid-mapping-${number}.json`), JSON.stringify(`1${number}`)),
  )
}

/** What is to become of such a folder. */
export const NEW = recordWith({ id: 'tienda', sessionName: 'org_tienda', elsewhere: true })
