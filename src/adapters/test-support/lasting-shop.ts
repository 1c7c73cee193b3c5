import { join } from 'node:path'
import type { Clock, Folders, Log, StoredSessions } from '../../engine/ports.ts'
import { Supervisor } from '../../engine/keeping/supervisor.ts'
import { multiFileImporter } from '../interchange/baileys-folder.ts'
import { baileysSessions } from '../whatsapp/baileys-sessions.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { organizationFolders } from '../folders/organization-folders.ts'
import { systemClock } from '../runtime/system-clock.ts'
import { knockAt } from '../network/knock.ts'
import { WayOut } from '../network/way-out.ts'
import { fileVault } from './file-vault.ts'
import { NO_PASSKEYS } from '../passkey/passkeys.ts'

/** What a test puts between the engine and its adapters, or hears from it. */
export interface Interference {
  readonly folders?: (real: Folders) => Folders
  readonly sessions?: (real: StoredSessions) => StoredSessions
  readonly onChange?: (organizationId: string) => void
  readonly onNotices?: () => void
  readonly clock?: Clock
}

export interface LastingShop {
  readonly root: string
  readonly vault: KeyVault
  readonly supervisor: Supervisor
}

/** One computer, in all the processes that open its folder one after the other. */
const INSTALLATION = '8d0c1f9e-7a44-4b0b-9d53-5f0a2c6e1b77'

const silent: Log = { info: () => {}, warn: () => {} }

/** Enlace without its window, on a folder that outlives the process, as after a start of the program. */
export async function openLastingShop(
  folder: string,
  url: string,
  {
    folders = (real) => real,
    sessions = (real) => real,
    onChange = () => {},
    onNotices = () => {},
    clock = systemClock,
  }: Interference = {},
): Promise<LastingShop> {
  const root = join(folder, 'organizations')
  const vault = fileVault(folder)
  const way = new WayOut()
  const supervisor = new Supervisor(
    {
      installation: INSTALLATION,
      importer: multiFileImporter(root, vault),
      clock,
      folders: folders(organizationFolders(root)),
      sessions: sessions(
        baileysSessions({
          root,
          vault,
          installation: INSTALLATION,
          testMessage: () => 'Enlace',
          log: silent,
          url,
          way,
          versionFile: join(folder, 'whatsapp-version.json'),
          passkeys: NO_PASSKEYS,
        }),
      ),
      network: knockAt(way, url),
      log: silent,
    },
    { onChange, onNotices, onRemoved: () => {} },
  )
  await supervisor.load()
  supervisor.restore()
  return { root, vault, supervisor }
}
