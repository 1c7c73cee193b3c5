import { join } from 'node:path'
import { multiFileImporter } from '../../src/adapters/interchange/baileys-folder.ts'
import { baileysSessions } from '../../src/adapters/whatsapp/baileys-sessions.ts'
import { organizationFolders } from '../../src/adapters/folders/organization-folders.ts'
import { systemClock } from '../../src/adapters/runtime/system-clock.ts'
import { knockAt } from '../../src/adapters/network/knock.ts'
import { WayOut } from '../../src/adapters/network/way-out.ts'
import type { Clock, Log, Network, StoredSession, StoredSessions } from '../../src/engine/ports.ts'
import { Supervisor } from '../../src/engine/keeping/supervisor.ts'
import type { Job } from './figures.ts'
import type { Tally } from './measured.ts'
import { FixedVault } from './fixed-vault.ts'
import { NO_PASSKEYS } from '../../src/adapters/passkey/passkeys.ts'

export interface Enlace {
  readonly supervisor: Supervisor
}

/** One computer, in all processes of a run. */
const INSTALLATION = '6f1c2b0e-5c0f-4f53-9c59-2f5d0a5b7d11'

const silent: Log = { info: () => {}, warn: () => {} }

/** Starts Enlace's engine as the app does, on a folder of organizations. */
export async function startEnlace(
  { url, folder, vaultKey }: Pick<Job, 'url' | 'folder' | 'vaultKey'>,
  tally: Tally,
  clock: Clock = systemClock,
): Promise<Enlace> {
  const root = join(folder, 'organizations')
  const vault = new FixedVault(vaultKey)
  const way = new WayOut()
  const sessions = baileysSessions({
    root,
    vault,
    installation: INSTALLATION,
    testMessage: () => 'Enlace',
    log: silent,
    url,
    way,
    versionFile: join(folder, 'whatsapp-version.json'),
    passkeys: NO_PASSKEYS,
  })
  const supervisor = new Supervisor(
    {
      installation: INSTALLATION,
      importer: multiFileImporter(root, vault),
      clock,
      folders: organizationFolders(root),
      sessions: counted(sessions, tally),
      network: countedNetwork(knockAt(way, url), tally),
      log: silent,
    },
    {
      onChange: (id) => {
        const view = supervisor.view(id, (text) => text)
        if (view && view.session.status !== 'online') tally.told()
      },
      onNotices: () => {},
      onRemoved: () => {},
    },
  )
  await supervisor.load()
  supervisor.restore()
  return { supervisor }
}

/** Counts attempts, and sockets that are open. */
function counted(sessions: StoredSessions, tally: Tally): StoredSessions {
  return {
    ...sessions,
    async open(request) {
      const outcome = await sessions.open(request)
      return outcome.ok ? { ...outcome, session: countedSession(outcome.session, tally) } : outcome
    },
  }
}

function countedSession(session: StoredSession, tally: Tally): StoredSession {
  return {
    ...session,
    async connect(renewVersion, listener) {
      tally.attempts += 1
      let open = false
      const set = (now: boolean) => {
        if (now === open) return
        open = now
        if (open) tally.up()
        else tally.down()
      }
      const socket = await session.connect(renewVersion, (event) => {
        listener(event)
        if (event.type === 'open') set(true)
        if (event.type === 'closed' || event.type === 'write-failed') set(false)
      })
      return {
        ...socket,
        close() {
          socket.close()
          set(false)
        },
      }
    },
  }
}

function countedNetwork(network: Network, tally: Tally): Network {
  return {
    ...network,
    reachable() {
      tally.knocks += 1
      return network.reachable()
    },
  }
}
