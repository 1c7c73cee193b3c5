import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { startSimulator } from '../../src/simulator/server.ts'
import { endWithParent } from '../child-side.ts'
import type { Look, Order } from './orders.ts'

/** The simulator and the phones, apart from what is measured; obeys JSON on a second loopback port. */
const order: z.ZodType<Order> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('scan'), qr: z.string(), number: z.string() }),
  z.object({ do: z.literal('passkey'), number: z.string() }),
  z.object({ do: z.literal('scan-for-passkey'), qr: z.string(), number: z.string() }),
  z.object({ do: z.literal('pause') }),
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('cut-logins'), afterMs: z.number() }),
  z.object({ do: z.literal('heal') }),
  z.object({ do: z.literal('look') }),
])

endWithParent()
const simulator = await startSimulator()

async function obey(what: Order): Promise<void> {
  switch (what.do) {
    case 'scan':
      return simulator.phone(what.number).scan(what.qr)
    case 'passkey': {
      const phone = simulator.phone(what.number)
      phone.requirePasskey(true)
      phone.passkeyRules.namesKeys = true
      return
    }
    case 'scan-for-passkey':
      return new Promise((asked, refuse) => {
        simulator.phone(what.number).scan(what.qr, asked).catch(refuse)
      })
    case 'pause':
      return simulator.pause()
    case 'resume':
      return simulator.resume()
    case 'cut-logins':
      simulator.setFault({ kind: 'short-login', afterMs: what.afterMs, by: 'drop' })
      return simulator.dropAll()
    case 'heal':
      return simulator.setFault(null)
    case 'look':
  }
}

const control = createServer((request, response) => {
  const at = Date.now()
  json(request)
    .then(async (body) => {
      const what = order.parse(body)
      await obey(what)
      return what.do === 'passkey' ? simulator.phone(what.number).passkey() : null
    })
    .then(
      (key) => {
        const live = simulator.connections.live()
        const look: Look = { at, live: live.length, online: live.filter(isOnline).length, key }
        response.end(JSON.stringify(look))
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
})
control.listen(0, '127.0.0.1', () => {
  const address = control.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  process.send?.({ url: simulator.url, control: `http://127.0.0.1:${port}` })
})

function isOnline({ state }: { readonly state: string }): boolean {
  return state === 'online'
}
