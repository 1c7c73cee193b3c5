import { join, resolve } from 'node:path'
import { app } from 'electron'
import { isWritableSync } from '../../adapters/files/folder.ts'
import type { StartupProblem } from '../../contract/commands.ts'

export interface DataFolder {
  readonly path: string
  readonly problem: StartupProblem | null
}

/**
 * Where everything is kept, said to Chromium before it looks for itself. Practice mode has a folder of its own, and
 * with it a lock of its own: real sessions stay online beside it.
 */
export function chooseDataFolder(practice: boolean): DataFolder {
  // Where Chromium cannot use the folder it was told, it silently takes another; a shop would look for its sessions.
  const told = app.commandLine.getSwitchValue('user-data-dir')
  const wanted = join(told === '' ? app.getPath('userData') : resolve(told), practice ? 'practice' : '')
  if (isWritableSync(wanted)) {
    app.setPath('userData', wanted)
    return { path: wanted, problem: null }
  }
  // Chromium needs a folder to be able to show what is wrong.
  const instead = join(app.getPath('temp'), `enlace-${process.pid}`)
  isWritableSync(instead)
  app.setPath('userData', instead)
  return { path: instead, problem: { code: 'data-folder-unwritable', folder: wanted } }
}
