import type { AppMemory } from '../app/memory.ts'
import type { Paint } from '../app/paint.ts'
import type { Scroll } from '../app/scroll.ts'
import type { Waits } from '../app/link.ts'
import type { PasskeyWaits } from '../app/passkey.ts'
import type { Day } from '../sessions/day.ts'
import type { BesideJunk } from '../sessions/junk.ts'
import type { ShortLogins } from '../sessions/short-logins.ts'
import type { Reconnect } from '../sessions/reconnect.ts'
import type { Restore, SideBySide } from '../sessions/restore.ts'
import type { StoreFigures } from '../store/measure-store.ts'

/** Everything a run has measured; what was not asked for is missing. */
export interface Results {
  readonly restore: Map<number, SideBySide<Restore>>
  readonly reconnect: Map<number, SideBySide<Reconnect>>
  shortLogins?: SideBySide<ShortLogins>
  day?: SideBySide<Day>
  junk?: BesideJunk
  store?: SideBySide<StoreFigures>
  paint?: Paint
  scroll?: Scroll
  memory?: AppMemory
  waits?: Waits
  passkey?: PasskeyWaits
}
