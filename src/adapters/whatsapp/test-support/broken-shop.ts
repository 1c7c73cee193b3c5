import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startSimulator } from '../../../simulator/server.ts'
import { surviveDefects } from '../../runtime/session-context.ts'
import { Shop } from '../../test-support/shop.ts'

/**
 * A shop of two in a process of its own, because what is thrown in it would end the test runner. The store of the
 * first refuses every write, so that Baileys' own callbacks throw where nobody catches it. Prints what became of both.
 */
const FIRST = { id: 'shop-1', number: '573007915262' }
const SECOND = { id: 'shop-2', number: '573126809496' }

const simulator = await startSimulator()
const shop = await Shop.open(simulator.url)
const note = (event: string, fields: object) => shop.lines.push(JSON.stringify({ event, ...fields }))
surviveDefects({ info: note, warn: note })

for (const { id, number } of [FIRST, SECOND]) {
  await shop.add(id, id)
  await shop.link(id, () => simulator.phone(number).scan(shop.supervisor.find(id)?.qrText ?? ''))
}
await shop.end()

const database = new DatabaseSync(join(shop.root, 'org_shop1', 'g1', 'auth.db'))
for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
  database.exec(`CREATE TRIGGER no_${change} BEFORE ${change} ON entry BEGIN SELECT RAISE(ABORT, 'no'); END`)
}
database.close()

await shop.start()
await shop.untilStatus(FIRST.id, 'unavailable')
await shop.untilStatus(SECOND.id, 'online')
await simulator.contact('573015550101').sendText(SECOND.number, 'hola')
const second = await shop.until(SECOND.id, 'reached', ({ session }) => {
  return session.status === 'online' && session.health.received > 0
})

process.stdout.write(
  JSON.stringify({
    first: shop.view(FIRST.id).session.status,
    second: second.session.status,
    thrown: shop.lines.filter((line) => /uncaught exception|unhandled rejection/.test(line)),
  }),
)
await shop.remove()
await simulator.stop()
process.exit(0)
