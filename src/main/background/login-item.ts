import { homedir } from 'node:os'
import { app } from 'electron'
import { AutostartFile, autostartFolder, startedProgram } from '../../adapters/desktop/autostart-file.ts'
import { HIDDEN_SWITCH } from '../start/startup-options.ts'

/** macOS passes no arguments at login, but says that it was the login. */
export function wasOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.isPackaged && app.getLoginItemSettings().wasOpenedAtLogin
}

/**
 * Starts Enlace with the computer, without a window, or no longer. What is so already is not touched: the system has
 * a switch of its own for it, and a person may have used that one.
 *
 * @throws where the system does not allow it
 */
export async function openAtLogin(wanted: boolean): Promise<void> {
  if (process.platform === 'linux') {
    const program = startedProgram(process.env, process.execPath)
    const file = new AutostartFile(autostartFolder(process.env, homedir()), [program, HIDDEN_SWITCH])
    await (wanted ? file.write() : file.remove())
    return
  }
  const item = process.platform === 'win32' ? { path: process.execPath, args: [HIDDEN_SWITCH] } : {}
  if (app.getLoginItemSettings(item).openAtLogin === wanted) return
  app.setLoginItemSettings({ ...item, openAtLogin: wanted })
}
