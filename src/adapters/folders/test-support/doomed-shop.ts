import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { SETTINGS } from '../../../engine/session/session.ts'
import { silenceConsole } from '../../runtime/quiet-console.ts'
import { type LastingShop, openLastingShop } from '../../test-support/lasting-shop.ts'

/**
 * A shop in a process of its own that ends by SIGKILL at a given step: before or after the n-th time that a command
 * touches the disk. Step 0 ends nothing and tells the steps. All of it is put in from outside: the product has no hook.
 */
const doom = z.object({
  folder: z.string(),
  url: z.string(),
  id: z.string(),
  command: z.enum(['clear', 'link']),
  step: z.number(),
})
type Doom = z.infer<typeof doom>

silenceConsole()
const steps: string[] = []
let doomedAt: number | null = null

function step(what: string): void {
  if (doomedAt === null) return
  steps.push(what)
  if (steps.length === doomedAt) process.kill(process.pid, 'SIGKILL')
}

/** Replaces methods by ones that pass two steps. */
function watch(holder: object, prefix: string, names: readonly string[]): void {
  for (const name of names) {
    const real: unknown = Reflect.get(holder, name)
    if (typeof real !== 'function') throw new Error(`no ${name}`)
    Reflect.set(holder, name, function watched(this: unknown, ...given: unknown[]): unknown {
      const sql = prefix === 'database' && typeof given[0] === 'string' ? ` ${given[0].slice(0, 24)}` : ''
      const what = `${prefix} ${name}${sql}`
      step(`before ${what}`)
      const result: unknown = Reflect.apply(real, this, given)
      if (!(result instanceof Promise)) {
        step(`after ${what}`)
        return result
      }
      return result.then((value: unknown) => {
        if (name === 'open' && typeof value === 'object' && value !== null) {
          watch(value, 'file', ['writeFile', 'sync', 'close'])
        }
        step(`after ${what}`)
        return value
      })
    })
  }
}

watch(DatabaseSync.prototype, 'database', ['exec', 'close'])
watch(fsPromises, 'disk', ['open', 'rename', 'rm', 'mkdir'])
watch(fs, 'disk', ['openSync', 'renameSync', 'writeSync'])
syncBuiltinESMExports()

process.once('message', (message) => {
  const { folder, url, id, command, step: at } = doom.parse(message)
  void run({ folder, url, id, command, step: at })
})
process.once('disconnect', () => process.exit())
process.send?.({ ready: true })

async function run({ folder, url, id, command, step: at }: Doom): Promise<void> {
  let shop: LastingShop | null = null
  let begun = false
  const look = () => {
    const session = shop?.supervisor.view(id, (text) => text)?.session
    if (!shop || !session) return
    if (!begun && session.allowed.includes(command)) {
      begun = true
      doomedAt = at
      shop.supervisor.command(id, command)
      return
    }
    if (!begun) return
    if (session.status === 'scan') {
      process.send?.({ qr: session.qr?.picture ?? '' })
      if (command === 'clear') done()
    }
    if (session.status === 'online' && command === 'link') done()
  }
  shop = await openLastingShop(folder, url, { onChange: look })
  // What makes a clear possible is told within seconds, and not after the first hours of a link.
  await shop.supervisor.settle({ ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null, hasty: true })
  look()
}

/** Alive at the end of it all: there are no more steps. */
function done(): void {
  doomedAt = null
  process.send?.({ steps: [...steps] })
}
