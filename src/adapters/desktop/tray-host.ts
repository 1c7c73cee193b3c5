import { execFile } from 'node:child_process'
import { join } from 'node:path'

const PATIENCE_MS = 1_000

/**
 * Whether this desktop shows icons beside the clock. Windows and macOS always do. On Linux some program has to offer
 * it (StatusNotifierItem), many desktops have none, and Electron does not tell: so the session bus is asked. A desktop
 * that shows only the older kind (XEmbed), or does not answer, counts as one that shows none.
 */
export async function showsTrayIcons(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const address = sessionBus(environment)
  if (address === null) return false
  const question = [
    `--bus=${address}`,
    '--print-reply=literal',
    '--dest=org.kde.StatusNotifierWatcher',
    '/StatusNotifierWatcher',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.kde.StatusNotifierWatcher',
    'string:IsStatusNotifierHostRegistered',
  ]
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: PATIENCE_MS }, (error, answer) => {
      resolve(error === null && answer.includes('true'))
    })
  })
}

/** Where none is named, the one that systemd keeps; never a new one, which dbus-send would start by itself. */
function sessionBus(environment: NodeJS.ProcessEnv): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: address = '', XDG_RUNTIME_DIR: folder = '' } = environment
  if (address !== '') return address
  return folder === '' ? null : `unix:path=${join(folder, 'bus')}`
}
