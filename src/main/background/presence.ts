import { app, type BrowserWindow } from 'electron'
import type { OpenedPreferences } from '../../adapters/desktop/electron-preferences.ts'
import { showsTrayIcons } from '../../adapters/desktop/tray-host.ts'
import type { Background, BackgroundParts } from './background.ts'
import { Farewell } from '../window/farewell.ts'
import { MainWindow } from '../window/main-window.ts'

type FromBackground = Pick<
  BackgroundParts,
  'organizations' | 'language' | 'canOpenAtLogin' | 'onLoginRefused' | 'clock' | 'log'
>

export interface PresenceParts extends FromBackground {
  readonly openWindow: () => BrowserWindow
  readonly preferences: OpenedPreferences
  /** Practice ends with its window: beside the clock it could be mistaken for the real thing. */
  readonly practice: boolean
}

/** How a person meets Enlace: in its window, which comes and goes, and beside the clock, where it stays. */
export class Presence {
  readonly window: MainWindow
  readonly farewell: Farewell
  readonly #parts: PresenceParts
  #background: Background | null = null

  constructor(parts: PresenceParts) {
    this.#parts = parts
    const { openWindow, preferences } = parts
    this.farewell = new Farewell({
      runsOn: () => this.runsOn,
      showsTrayIcons: () => this.#background?.showsTray() ?? showsTrayIcons(),
      wasSaid: () => preferences.read().farewellSaid,
      said: () => preferences.write({ farewellSaid: true }),
      say: (tray) => this.window.ask({ kind: 'farewell', tray }),
    })
    this.window = new MainWindow(
      () => {
        const window = openWindow()
        this.farewell.guard(window)
        return window
      },
      () => this.changed(),
    )
  }

  /** Whether Enlace goes on when its window is closed: as set, and only where there is something to go on with. */
  get runsOn(): boolean {
    const { preferences, organizations } = this.#parts
    return this.#background !== null && preferences.read().keepInTray && organizations().length > 0
  }

  /** Comes after the first paint, which needs none of it. */
  async startBackground(): Promise<void> {
    const { practice, preferences, ...shared } = this.#parts
    if (practice) return
    const { Background: Started } = await import('./background.ts')
    this.#background = new Started({
      ...shared,
      preferences: preferences.read,
      inView: () => this.window.inView,
      hasWindow: () => this.window.current !== null,
      open: (organizationId) => this.window.show(organizationId),
      quit: () => app.quit(),
    })
  }

  /** An organization may have changed. */
  changed(): void {
    this.#background?.changed()
  }

  /** Takes what the person has set into force. */
  settle(): void {
    this.#background?.settle()
  }

  /** The computer has slept. */
  awoken(): void {
    this.#background?.awoken()
  }

  end(): void {
    this.#background?.end()
  }
}
