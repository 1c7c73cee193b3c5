import { powerSaveBlocker } from 'electron'

/** Keeps the computer from sleeping while it is wanted; the screen may go dark. */
export class KeepAwake {
  #blocker: number | null = null

  want(wanted: boolean): void {
    if (wanted) {
      this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    } else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker)
      this.#blocker = null
    }
  }
}
