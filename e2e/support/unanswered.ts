import { expect } from './patience.ts'
import { COMMAND_CHANNEL, type CommandName } from '../../src/contract/commands.ts'
import type { Enlace } from './enlace.ts'
import { inMain } from './in-main.ts'

/** From now on main does not answer a command, as where a part of it is broken. */
export async function unanswered({ app }: Enlace, command: CommandName): Promise<void> {
  await inMain(app, ({ ipcMain }, channel) => ipcMain.removeHandler(channel), COMMAND_CHANNEL + command)
}

/** The window loads anew and does not reach main. */
export async function detach(enlace: Enlace): Promise<void> {
  await unanswered(enlace, 'attach')
  await enlace.page.reload()
  await expect(enlace.page.getByTestId('blocked')).toBeVisible()
}
