import type { BrowserWindow } from 'electron'
import { type Environment, type Push, PUSH_CHANNEL, type Snapshot } from '../contract/commands.ts'
import type { OrganizationView } from '../contract/session-view.ts'

/** What the pushes read from. */
export interface Views {
  readonly all: () => readonly OrganizationView[]
  readonly one: (organizationId: string) => OrganizationView | null
}

/**
 * Keeps the window up to date without polling: `attach` gives everything with a revision, and from then on every
 * change is pushed with the next one. Changes of one moment travel together.
 */
export class Pushes {
  readonly #views: Views
  readonly #changed = new Set<string>()
  #rev = 0
  #window: BrowserWindow | null = null
  #scheduled = false

  constructor(views: Views) {
    this.#views = views
  }

  attach(window: BrowserWindow, environment: Environment): Snapshot {
    this.#window = window
    this.#changed.clear()
    return { rev: this.#rev, environment, organizations: this.#views.all() }
  }

  changed(organizationId: string): void {
    this.#changed.add(organizationId)
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #flush(): void {
    const changed = [...this.#changed].flatMap((id) => this.#views.one(id) ?? [])
    this.#changed.clear()
    if (changed.length === 0 || !this.#window || this.#window.isDestroyed()) return
    this.#rev += 1
    this.#window.webContents.send(PUSH_CHANNEL, { rev: this.#rev, changed } satisfies Push)
  }
}
