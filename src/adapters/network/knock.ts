import type { Network } from '../../engine/ports.ts'
import type { WayOut } from './way-out.ts'

/** As long as a slow line needs when the first of a host's addresses leads nowhere. */
const PATIENCE_MS = 6_000
/** What was sent into a dead line is lost: whoever knocks again hears of its return at once. */
const AGAIN_MS = 1_500

/**
 * Tells whether there is a way to the server of a WebSocket address. One such knock for all sessions costs the other
 * side next to nothing, and shows its return at once; `net.isOnline()` knows only this computer's own cable.
 */
export function knockAt(way: WayOut, url: string): Network {
  const target = new URL(url)
  return {
    reachable: () =>
      new Promise((resolve) => {
        let pending = 0
        const answer = (reachable: boolean) => {
          clearInterval(again)
          clearTimeout(enough)
          resolve(reachable)
        }
        const knock = () => {
          pending += 1
          way.line(target).then(
            (line) => {
              line.destroy()
              answer(true)
            },
            () => {
              pending -= 1
              if (pending === 0) answer(false)
            },
          )
        }
        const again = setInterval(knock, AGAIN_MS)
        const enough = setTimeout(() => answer(false), PATIENCE_MS)
        knock()
      }),
  }
}
