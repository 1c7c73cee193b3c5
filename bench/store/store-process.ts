import { z } from 'zod'
import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import { endWithParent } from '../child-side.ts'
import { medians } from '../statistics.ts'
import { makePairing, measureSealed, measureStock, type StoreFigures } from './measure-store.ts'

/** Both stores in turn, in one process: what counts here is time and disk. The first round only warms up. */
silenceConsole()
endWithParent()
const { folder, rounds } = z
  .object({ folder: z.string(), rounds: z.number() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const pairing = makePairing()
const sealed: StoreFigures[] = []
const stock: StoreFigures[] = []
for (let round = 0; round <= rounds; round += 1) {
  const one = await measureSealed(folder, pairing)
  const other = await measureStock(folder, pairing)
  if (round === 0) continue
  sealed.push(one)
  stock.push(other)
}
process.send?.({ enlace: medians(sealed), bare: medians(stock) })
process.exit(0)
