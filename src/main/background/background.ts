import type { Language, Preferences } from '../../contract/preferences.ts'
import type { OrganizationView } from '../../contract/session-view.ts'
import { TONES } from '../../contract/tone.ts'
import { showsTrayIcons } from '../../adapters/desktop/tray-host.ts'
import { awoken, look, NOTHING_WATCHED, type Watch } from '../../engine/activity/alerts.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { textIn } from '../../text/text.ts'
import { alertWords } from './alert-words.ts'
import { KeepAwake } from './keep-awake.ts'
import { openAtLogin } from './login-item.ts'
import { Notifications } from './notifications.ts'
import { TrayIcon } from './tray.ts'
import { trayView } from './tray-view.ts'

export interface BackgroundParts {
  readonly organizations: () => readonly OrganizationView[]
  readonly preferences: () => Preferences
  readonly language: () => Language
  readonly canOpenAtLogin: boolean
  /** The organization somebody is looking at. */
  readonly inView: () => string | null
  readonly hasWindow: () => boolean
  /** Shows the window, with this organization in view if one is named. */
  readonly open: (organizationId: string | null) => void
  readonly quit: () => void
  /** Starting with the computer could not be arranged. */
  readonly onLoginRefused: () => void
  readonly clock: Clock
  readonly log: Log
}

/** Changes within this many milliseconds are one: nobody reads a tray faster. */
const AT_ONCE_MS = 250
/** A desktop that is still starting gets its place for icons a little later than its programs. */
const TRAY_TRIES = 12
const TRAY_AGAIN_MS = 5_000

/** What Enlace is outside its window: the icon beside the clock, the notifications, and what the system is told. */
export class Background {
  readonly #parts: BackgroundParts
  readonly #tray: TrayIcon
  readonly #notifications: Notifications
  readonly #awake = new KeepAwake()
  #watch: Watch = NOTHING_WATCHED
  #openAtLogin: boolean | null = null
  #hosted = true
  #ended = false
  #cancelRefresh: (() => void) | null = null
  #cancelLook: () => void = () => {}
  #cancelTray: () => void = () => {}

  constructor(parts: BackgroundParts) {
    this.#parts = parts
    this.#tray = new TrayIcon({ open: parts.open, quit: parts.quit })
    this.#notifications = new Notifications(parts.open)
    this.settle()
    void this.#findHost(TRAY_TRIES)
  }

  /** An organization, the window or the language may have changed. */
  changed(): void {
    if (this.#ended || this.#cancelRefresh) return
    const { clock } = this.#parts
    this.#cancelRefresh = clock.wake(clock.now() + AT_ONCE_MS, () => {
      this.#cancelRefresh = null
      this.#refresh()
    })
  }

  /** Takes what the person has set into force. */
  settle(): void {
    const wanted = this.#parts.preferences().openAtLogin
    if (this.#parts.canOpenAtLogin && wanted !== this.#openAtLogin) void this.#arrangeLogin(wanted)
    this.changed()
  }

  /** The computer has slept. */
  awoken(): void {
    this.#watch = awoken(this.#watch, this.#parts.clock.now())
    this.changed()
  }

  /** Whether the icon beside the clock can be seen. */
  async showsTray(): Promise<boolean> {
    const hosted = await showsTrayIcons()
    // An icon that was made before there was a place for it never gets there.
    if (hosted && !this.#hosted) this.#tray.hide()
    this.#hosted = hosted
    this.changed()
    return hosted
  }

  end(): void {
    this.#ended = true
    this.#cancelRefresh?.()
    this.#cancelLook()
    this.#cancelTray()
    this.#tray.hide()
    this.#awake.want(false)
  }

  #refresh(): void {
    const { preferences, hasWindow, language } = this.#parts
    const organizations = this.#parts.organizations()
    const { keepInTray, keepAwake } = preferences()
    // Without its window Enlace can be reached all the same, whatever was set.
    if (keepInTray || !hasWindow()) this.#tray.show(trayView(organizations, textIn(language())))
    else this.#tray.hide()
    this.#awake.want(keepAwake && organizations.some(({ session }) => isRunning(TONES[session.status])))
    this.#look(organizations)
  }

  #look(organizations: readonly OrganizationView[]): void {
    const { clock, inView, language, preferences } = this.#parts
    const seen = look(this.#watch, { organizations, at: clock.now(), inView: inView() })
    this.#watch = seen.watch
    if (preferences().notifications) {
      const words = seen.alerts.flatMap((alert) => alertWords(alert, textIn(language()), language()))
      for (const one of words) this.#notifications.show(one)
    }
    this.#cancelLook()
    if (seen.nextAt !== null) this.#cancelLook = clock.wake(seen.nextAt, () => this.changed())
  }

  async #findHost(tries: number): Promise<void> {
    if ((await this.showsTray()) || tries === 0 || this.#ended) return
    const { clock } = this.#parts
    this.#cancelTray = clock.wake(clock.now() + TRAY_AGAIN_MS, () => void this.#findHost(tries - 1))
  }

  async #arrangeLogin(wanted: boolean): Promise<void> {
    this.#openAtLogin = wanted
    try {
      await openAtLogin(wanted)
    } catch (error) {
      this.#parts.log.warn('start with the computer refused', { error: String(error) })
      if (wanted) this.#parts.onLoginRefused()
    }
  }
}

function isRunning(tone: (typeof TONES)[keyof typeof TONES]): boolean {
  return tone === 'connected' || tone === 'working'
}
