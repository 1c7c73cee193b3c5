import type { BrowserWindow } from 'electron'
import { REQUEST_CHANNEL, type WindowRequest } from '../../contract/commands.ts'
import { focusWindow } from './window.ts'

/** The one window, which may be closed and opened again while Enlace runs. */
export class MainWindow {
  readonly #open: () => BrowserWindow
  readonly #onClosed: () => void
  #window: BrowserWindow | null = null
  /** The page has attached, so that it hears what it is asked. */
  #listens = false
  #waiting: WindowRequest | null = null
  #showing: string | null = null

  /**
   * @param open makes a window
   * @param onClosed called after it is gone
   */
  constructor(open: () => BrowserWindow, onClosed: () => void) {
    this.#open = open
    this.#onClosed = onClosed
  }

  get current(): BrowserWindow | null {
    return this.#window
  }

  /** The organization somebody is looking at; null where the window is not in front. */
  get inView(): string | null {
    return this.#window?.isFocused() === true ? this.#showing : null
  }

  /** Brings the window to the front, opened anew if it is closed, with this organization in view if one is named. */
  show(organizationId: string | null = null): BrowserWindow {
    if (organizationId !== null) this.#waiting = { kind: 'show', organizationId }
    if (this.#window === null) return this.#opened()
    focusWindow(this.#window)
    this.#deliver()
    return this.#window
  }

  /** Asks the page something now; false where there is no page that hears it. */
  ask(request: WindowRequest): boolean {
    if (this.#window === null || !this.#listens) return false
    this.#window.webContents.send(REQUEST_CHANNEL, request)
    return true
  }

  /** The page has attached. */
  attached(): void {
    this.#listens = true
    this.#deliver()
  }

  /** The page says which organization is in view. */
  showing(organizationId: string | null): void {
    this.#showing = organizationId
  }

  close(): void {
    this.#window?.close()
  }

  #deliver(): void {
    if (this.#waiting !== null && this.ask(this.#waiting)) this.#waiting = null
  }

  #opened(): BrowserWindow {
    const window = this.#open()
    this.#window = window
    const deaf = () => {
      this.#listens = false
      this.#showing = null
    }
    window.webContents.on('render-process-gone', deaf)
    window.on('closed', () => {
      this.#window = null
      deaf()
      this.#onClosed()
    })
    return window
  }
}
