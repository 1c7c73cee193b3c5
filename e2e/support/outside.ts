import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'
import { inMain } from './in-main.ts'

/** What Enlace has shown outside its windows since {@link watchOutside}, as Electron was given it. */
export interface Outside {
  readonly tooltip: string
  /** Whether the icon shows anything. */
  readonly pictured: boolean
  /** The labels of the menu, top to bottom; a line is empty. */
  readonly menu: readonly string[]
  readonly notifications: readonly { readonly title: string; readonly body: string }[]
}

/**
 * Listens in on Electron's own Tray and Notification in the running app; what Enlace asks of them still happens. No
 * desktop is needed to read them, and Enlace does not know.
 */
export async function watchOutside(app: ElectronApplication): Promise<void> {
  await inMain(app, ({ Tray, Notification }) => {
    const seen = { tooltip: '', image: null, menu: null, notifications: [] }
    Reflect.set(globalThis, 'outside', seen)
    const listenTo = (on: object, name: string, hear: (self: unknown, argument: unknown) => void) => {
      const original: unknown = Reflect.get(on, name)
      Reflect.set(on, name, function listening(this: unknown, ...all: unknown[]) {
        hear(this, all[0])
        return typeof original === 'function' ? (original.apply(this, all) as unknown) : undefined
      })
    }
    listenTo(Tray.prototype, 'setToolTip', (_tray, text) => Reflect.set(seen, 'tooltip', text))
    listenTo(Tray.prototype, 'setImage', (_tray, image) => Reflect.set(seen, 'image', image))
    listenTo(Tray.prototype, 'setContextMenu', (_tray, menu) => Reflect.set(seen, 'menu', menu))
    listenTo(Notification.prototype, 'show', (shown) => {
      Reflect.apply(Array.prototype.push, seen.notifications, [shown])
    })
  })
}

export function outside(app: ElectronApplication): Promise<Outside> {
  return inMain(app, () => {
    const { tooltip, image, menu, notifications } = Reflect.get(globalThis, 'outside') as {
      tooltip: string
      image: Electron.NativeImage | null
      menu: Electron.Menu | null
      notifications: Electron.Notification[]
    }
    return {
      tooltip,
      pictured: image !== null && !image.isEmpty(),
      menu: menu?.items.map(({ label }) => label) ?? [],
      notifications: notifications.map(({ title, body }) => ({ title, body })),
    }
  })
}

/** A press on the item of the tray's menu that begins so. */
export async function pressInTray(app: ElectronApplication, beginning: string): Promise<void> {
  await inMain(
    app,
    (_electron, wanted) => {
      const { menu } = Reflect.get(globalThis, 'outside') as { menu: Electron.Menu | null }
      menu?.items.find(({ label }) => label.startsWith(wanted))?.click()
    },
    beginning,
  )
}

/** A press on the newest notification. */
export async function pressNotification(app: ElectronApplication): Promise<void> {
  await inMain(app, () => {
    const { notifications } = Reflect.get(globalThis, 'outside') as { notifications: Electron.Notification[] }
    notifications.at(-1)?.emit('click')
  })
}

/** As the cross of the title bar does. */
export async function pressCross(app: ElectronApplication): Promise<void> {
  await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

/**
 * A desktop's answer to whether it shows icons beside the clock, in the place of the program that asks it.
 *
 * @returns the folder of that program
 */
export async function desktop(folder: string, answers: 'shows icons' | 'shows none'): Promise<string> {
  const programs = join(folder, 'programs')
  const program = join(programs, 'dbus-send')
  await mkdir(programs, { recursive: true })
  const reply = answers === 'shows icons' ? 'echo "variant       boolean true"' : 'exit 1'
  await writeFile(program, `#!/bin/sh\n${reply}\n`)
  await chmod(program, 0o755)
  return programs
}
