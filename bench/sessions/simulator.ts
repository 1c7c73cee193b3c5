import { z } from 'zod'
import { Child } from '../child.ts'
import { pause } from '../progress.ts'
import type { PasskeyKey } from '../../src/simulator/world/passkey-key.ts'
import type { Look, Order } from './orders.ts'

const hello = z.object({ url: z.string(), control: z.string() })
const key = z.object({
  credentialId: z.string(),
  privateKey: z.string(),
  userHandle: z.string(),
  rpId: z.string(),
})
const look: z.ZodType<Look> = z.object({
  at: z.number(),
  live: z.number(),
  online: z.number(),
  key: key.nullable(),
})

/** The simulator, seen from another process. */
export class RemoteSimulator {
  /** For Baileys' `waWebSocketUrl`. */
  readonly url: string
  readonly control: string

  constructor(url: string, control: string) {
    this.url = url
    this.control = control
  }

  scan(qr: string, number: string): Promise<Look> {
    return this.#tell({ do: 'scan', qr, number })
  }

  async passkeyOf(number: string): Promise<PasskeyKey> {
    const { key: found } = await this.#tell({ do: 'passkey', number })
    if (!found) throw new Error('the account has no key')
    return found
  }

  scanForPasskey(qr: string, number: string): Promise<Look> {
    return this.#tell({ do: 'scan-for-passkey', qr, number })
  }

  pause(): Promise<Look> {
    return this.#tell({ do: 'pause' })
  }

  resume(): Promise<Look> {
    return this.#tell({ do: 'resume' })
  }

  cutLogins(afterMs: number): Promise<Look> {
    return this.#tell({ do: 'cut-logins', afterMs })
  }

  heal(): Promise<Look> {
    return this.#tell({ do: 'heal' })
  }

  look(): Promise<Look> {
    return this.#tell({ do: 'look' })
  }

  /** Waits until so many devices are logged in. */
  async untilOnline(sessions: number, timeoutMs = 60_000): Promise<void> {
    const end = Date.now() + timeoutMs
    for (;;) {
      const { online, live } = await this.look()
      if (online === sessions && live === sessions) return
      if (Date.now() > end) throw new Error(`${online} of ${sessions} sessions came online`)
      await pause(20)
    }
  }

  async #tell(order: Order): Promise<Look> {
    const response = await fetch(this.control, { method: 'POST', body: JSON.stringify(order) })
    if (!response.ok) throw new Error(await response.text())
    return look.parse(await response.json())
  }
}

/** Starts the simulator's process; the second value ends it. */
export async function startRemoteSimulator(): Promise<[RemoteSimulator, () => Promise<void>]> {
  const child = new Child(import.meta.resolve('./simulator-process.ts'))
  const { url, control } = await child.next(hello)
  return [new RemoteSimulator(url, control), () => child.kill()]
}
