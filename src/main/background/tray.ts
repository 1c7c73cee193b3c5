import { join } from 'node:path'
import { app, Menu, type MenuItemConstructorOptions, nativeImage, type NativeImage, Tray } from 'electron'
import type { Tone } from '../../contract/tone.ts'
import type { TrayView } from './tray-view.ts'

export interface TrayActions {
  /** Shows the window, with this organization in view if one is named. */
  readonly open: (organizationId: string | null) => void
  readonly quit: () => void
}

/** The icon beside the clock. */
export class TrayIcon {
  readonly #actions: TrayActions
  #tray: Tray | null = null
  #shown = ''

  constructor(actions: TrayActions) {
    this.#actions = actions
  }

  /** Shows what has changed; an unchanged menu that stands open is left alone. */
  show(view: TrayView): void {
    const shown = JSON.stringify(view)
    if (this.#tray && shown === this.#shown) return
    this.#shown = shown
    const light = process.platform === 'darwin' ? template(view.tone) : coloured(view.tone)
    this.#tray ??= this.#make(light)
    this.#tray.setImage(light)
    this.#tray.setToolTip(view.tooltip)
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#items(view)))
  }

  hide(): void {
    this.#tray?.destroy()
    this.#tray = null
  }

  #make(light: NativeImage): Tray {
    const tray = new Tray(light)
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', () => this.#actions.open(null))
    return tray
  }

  #items(view: TrayView): MenuItemConstructorOptions[] {
    const { open, quit } = this.#actions
    const organizations = view.organizations.map(({ id, label, tone }) => ({
      label: literal(label),
      icon: coloured(tone),
      click: () => open(id),
    }))
    return [
      ...(view.none === null ? [] : [{ label: view.none, enabled: false }]),
      ...organizations,
      ...(view.more === null ? [] : [{ label: view.more, click: () => open(null) }]),
      { type: 'separator' },
      { label: view.open, click: () => open(null) },
      { label: view.quit, click: () => quit() },
    ]
  }
}

/** The system picks the size by the names of the files beside it. */
function coloured(tone: Tone): NativeImage {
  return picture(`${tone}.png`)
}

/** Shape alone: macOS gives it the colour of its menu bar. */
function template(tone: Tone): NativeImage {
  return picture(`${tone}Template.png`)
}

function picture(file: string): NativeImage {
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources/tray', file))
}

/** In a menu an ampersand underlines what follows; a name may have one. */
function literal(label: string): string {
  return label.replaceAll('&', '&&')
}
