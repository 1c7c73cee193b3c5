import { app, type BrowserWindow } from 'electron'
import type { Commands } from '../../contract/commands.ts'

export interface FarewellParts {
  /** Whether Enlace goes on when its window is closed. */
  readonly runsOn: () => boolean
  readonly showsTrayIcons: () => Promise<boolean>
  /** It was said before, with an icon to come back by. */
  readonly wasSaid: () => boolean
  readonly said: () => void
  /** Has the page say it; false where there is no page that could. */
  readonly say: (tray: boolean) => boolean
}

/**
 * Says what closing the window means, before it closes: once where an icon stays beside the clock, and each time
 * where none does, because Enlace then is out of sight and this is the only place to end it.
 */
export class Farewell {
  readonly #parts: FarewellParts
  /** Whether the next close just closes. */
  #settled = false
  #tray = false

  constructor(parts: FarewellParts) {
    this.#parts = parts
  }

  /** Watches over a window that was just opened. */
  guard(window: BrowserWindow): void {
    this.#settled = false
    window.on('close', (event) => {
      if (this.#settled || !this.#parts.runsOn()) return
      event.preventDefault()
      void this.#begin(window)
    })
    // Windows ends the session of this person: there is no time for questions.
    window.on('session-end', () => app.quit())
  }

  /** What the person answered. */
  answer(how: Commands['closeWindow']['input']['how'], close: () => void): void {
    this.#settled = how !== 'stay'
    if (how === 'stay') return
    if (this.#tray) this.#parts.said()
    // After the answer to this very command has gone to the page.
    setImmediate(how === 'quit' ? () => app.quit() : close)
  }

  async #begin(window: BrowserWindow): Promise<void> {
    this.#tray = await this.#parts.showsTrayIcons()
    if (window.isDestroyed()) return
    // Whoever presses again while it is being said has understood; and a page that cannot say it holds nobody.
    this.#settled = true
    const silent = this.#tray && this.#parts.wasSaid()
    if (silent || !this.#parts.say(this.#tray)) window.close()
  }
}
