import { bringUpStores } from '../../adapters/installation/older-stores.ts'
import { watchDecoding } from '../../adapters/gate/watched-decoding.ts'
import { sweepExports } from '../../adapters/interchange/export-drafts.ts'
import type { SessionsSettings } from '../../adapters/whatsapp/baileys-sessions.ts'
import type { KeyVault } from '../../adapters/store/key-vault.ts'
import type { Importer, StoredSessions } from '../../engine/ports.ts'

export interface LazySessions extends StoredSessions {
  /** Loads Baileys now, so that whoever asks for a QR next does not wait for it. */
  readonly warm: () => void
}

/**
 * Baileys takes a fifth of a second and 60 MB to load: it is, with the first session that needs it, and not before
 * the window has painted.
 */
export function lazySessions(settings: SessionsSettings): LazySessions {
  let sessions: Promise<StoredSessions> | undefined
  const loaded = () => {
    watchDecoding()
    sessions ??= import('../../adapters/whatsapp/baileys-sessions.ts').then(({ baileysSessions }) =>
      baileysSessions(settings),
    )
    return sessions
  }
  return {
    open: async (request) => (await loaded()).open(request),
    restore: async (request, to) => (await loaded()).restore(request, to),
    // Needs nothing of Baileys, and is asked at every start.
    bringUp: (record, inUse) => bringUpStores(settings.root, settings.vault, record, inUse),
    warm: () => void loaded(),
  }
}

/** As with the sessions: loaded with the first folder that is taken over or written. */
export function lazyImporter(root: string, vault: KeyVault): Importer {
  const loaded = async () => {
    watchDecoding()
    return (await import('../../adapters/interchange/baileys-folder.ts')).multiFileImporter(root, vault)
  }
  return {
    adopt: async (folder, record, claim) => (await loaded()).adopt(folder, record, claim),
    exportRefusal: async (target) => (await loaded()).exportRefusal(target),
    export: async (record, target) => (await loaded()).export(record, target),
    // Needs nothing of Baileys, and is asked at every start.
    sweepExports: () => sweepExports(root),
    holds: async (source) => (await loaded()).holds(source),
    discard: async (source) => (await loaded()).discard(source),
  }
}
