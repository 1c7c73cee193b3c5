import type { BrowserWindow } from 'electron'
import {
  type Environment,
  type Notice,
  type Push,
  PUSH_CHANNEL,
  type Snapshot,
} from '../contract/commands.ts'
import type { Settings } from '../contract/preferences.ts'
import type { OrganizationView } from '../contract/session-view.ts'

/** What the pushes read from. */
export interface Views {
  readonly all: () => readonly OrganizationView[]
  readonly one: (organizationId: string) => OrganizationView | null
  readonly notices: () => readonly Notice[]
  readonly settings: () => Settings
}

/**
 * Keeps the window up to date without polling: `attach` gives everything with a revision, and from then on every
 * change is pushed with the next one. Changes of one moment travel together.
 */
export class Pushes {
  readonly #views: Views
  readonly #changed = new Set<string>()
  readonly #removed = new Set<string>()
  #rev = 0
  #window: BrowserWindow | null = null
  #scheduled = false
  #noticesChanged = false
  #settingsChanged = false

  constructor(views: Views) {
    this.#views = views
  }

  attach(window: BrowserWindow | null, environment: Environment): Snapshot {
    this.#window = window
    this.#changed.clear()
    this.#removed.clear()
    this.#noticesChanged = false
    this.#settingsChanged = false
    const { all, notices, settings } = this.#views
    return {
      rev: this.#rev,
      environment,
      settings: settings(),
      organizations: all(),
      notices: notices(),
    }
  }

  changed(organizationId: string): void {
    this.#changed.add(organizationId)
    this.#schedule()
  }

  removed(organizationId: string): void {
    this.#changed.delete(organizationId)
    this.#removed.add(organizationId)
    this.#schedule()
  }

  noticesChanged(): void {
    this.#noticesChanged = true
    this.#schedule()
  }

  settingsChanged(): void {
    this.#settingsChanged = true
    this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #flush(): void {
    const changed = [...this.#changed].flatMap((id) => this.#views.one(id) ?? [])
    const notices = this.#noticesChanged ? this.#views.notices() : null
    const settings = this.#settingsChanged ? this.#views.settings() : null
    const removed = [...this.#removed]
    this.#changed.clear()
    this.#removed.clear()
    this.#noticesChanged = false
    this.#settingsChanged = false
    if (changed.length + removed.length === 0 && notices === null && settings === null) return
    if (!this.#window || this.#window.isDestroyed()) return
    this.#rev += 1
    const push: Push = { rev: this.#rev, changed, removed, notices, settings }
    this.#window.webContents.send(PUSH_CHANNEL, push)
  }
}
