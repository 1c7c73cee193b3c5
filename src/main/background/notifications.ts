import { app, Notification } from 'electron'
import type { AlertWords } from './alert-words.ts'

/** Windows shows nothing of a program that it cannot name; the installer writes the same. */
const APP_ID = 'app.enlace.desktop'
/** As many as a person could still find in the system's list. */
const KEPT = 20

/** Shows alerts as the system's notifications. */
export class Notifications {
  readonly #open: (organizationId: string) => void
  /** One that nothing holds is collected, and its click with it. */
  #shown: readonly Notification[] = []

  /** @param open called when one is clicked */
  constructor(open: (organizationId: string) => void) {
    this.#open = open
    app.setAppUserModelId(APP_ID)
  }

  show({ title, body, organizationId }: AlertWords): void {
    const notification = new Notification({ title, body })
    notification.on('click', () => this.#open(organizationId))
    notification.show()
    this.#shown = [...this.#shown, notification].slice(-KEPT)
  }
}
