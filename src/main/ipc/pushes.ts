import {
  type Environment,
  type Notice,
  type Push,
  PUSH_CHANNEL,
  type Snapshot,
} from '../../contract/commands.ts'
import type { Settings } from '../../contract/preferences.ts'
import type { OrganizationView } from '../../contract/session-view.ts'
import type { Log } from '../../engine/ports.ts'

/** What the pushes read from. */
export interface Views {
  /** The ids of all organizations, in their order. */
  readonly ids: () => readonly string[]
  readonly one: (organizationId: string) => OrganizationView | null
  readonly notices: () => readonly Notice[]
  readonly settings: () => Settings
}

/** The window, as far as it matters here. */
export interface Listener {
  isDestroyed(): boolean
  readonly webContents: { send(channel: string, push: Push): void }
}

/**
 * Keeps the window up to date without polling: `attach` gives everything with a revision, and from then on every
 * change is pushed with the next one. Changes of one moment travel together.
 */
export class Pushes {
  readonly #views: Views
  readonly #log: Log
  readonly #changed = new Set<string>()
  readonly #removed = new Set<string>()
  #rev = 0
  #window: Listener | null = null
  #scheduled = false
  #noticesChanged = false
  #settingsChanged = false

  constructor(views: Views, log: Log) {
    this.#views = views
    this.#log = log
  }

  attach(window: Listener | null, environment: Environment): Snapshot {
    this.#window = window
    this.#changed.clear()
    this.#removed.clear()
    this.#noticesChanged = false
    this.#settingsChanged = false
    const { ids, one, notices, settings } = this.#views
    return {
      rev: this.#rev,
      environment,
      settings: settings(),
      organizations: ids().flatMap((id) => this.#look(() => one(id)) ?? []),
      notices: this.#look(notices) ?? [],
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
    const { one, notices: allNotices, settings: allSettings } = this.#views
    const ids = [...this.#changed]
    const removed = [...this.#removed]
    const [noticesChanged, settingsChanged] = [this.#noticesChanged, this.#settingsChanged]
    this.#changed.clear()
    this.#removed.clear()
    this.#noticesChanged = false
    this.#settingsChanged = false
    const changed = ids.flatMap((id) => this.#look(() => one(id)) ?? [])
    const notices = noticesChanged ? this.#look(allNotices) : null
    const settings = settingsChanged ? this.#look(allSettings) : null
    if (changed.length + removed.length === 0 && notices === null && settings === null) return
    if (!this.#window || this.#window.isDestroyed()) return
    this.#rev += 1
    const push: Push = { rev: this.#rev, changed, removed, notices, settings }
    this.#window.webContents.send(PUSH_CHANNEL, push)
  }

  /** One view that cannot be made keeps nothing else from the window. */
  #look<T>(view: () => T): T | null {
    try {
      return view()
    } catch (error) {
      this.#log.warn('no view', { error: String(error) })
      return null
    }
  }
}
