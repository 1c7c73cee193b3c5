import { silenceConsole } from '../src/adapters/runtime/quiet-console.ts'
import { type Order, order, type Word } from './words.ts'

/** Obeys what comes over the channel, one order after the other; the returned function answers. */
export function listen(obey: (what: Order) => Promise<void>): (what: Word) => void {
  silenceConsole()
  let work = Promise.resolve()
  process.on('message', (message) => {
    work = work.then(() => obey(order.parse(message)))
  })
  // Whoever torments may be killed, too.
  process.once('disconnect', () => process.exit())
  const say = (what: Word) => {
    process.send?.(what)
  }
  setImmediate(say, { say: 'ready' })
  return say
}
