import { z } from 'zod'
import { Child } from '../child.ts'
import type { SideBySide } from '../sessions/restore.ts'
import type { StoreFigures } from './measure-store.ts'

const storeFigures: z.ZodType<StoreFigures> = z.object({
  pairingMs: z.number(),
  credentialsMs: z.number(),
  batchMs: z.number(),
  openMs: z.number(),
  contentKb: z.number(),
  diskKb: z.number(),
  files: z.number(),
})

/** Enlace's sealed store against Baileys' `useMultiFileAuthState`, on the same disk. */
export async function measureStore(folder: string, rounds: number): Promise<SideBySide<StoreFigures>> {
  const child = new Child(import.meta.resolve('./store-process.ts'), { folder, rounds })
  const found = await child.next(z.object({ enlace: storeFigures, bare: storeFigures }))
  await child.end()
  return found
}
