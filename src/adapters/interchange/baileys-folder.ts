import { mkdir, readdir, readFile, realpath } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { AdoptOutcome, ExportOutcome, ExportRefusal, Importer } from '../../engine/ports.ts'
import type { OrganizationRecord } from '../../engine/record.ts'
import { type Entry, generationFolder, openAuthStore } from '../store/auth-store.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { CREDS, decode, encode } from '../credentials/baileys-codec.ts'
import { readCredentials } from '../credentials/baileys-credentials.ts'
import { CREDS_FILE, keyFile, keyIn } from './baileys-file-names.ts'
import { discardSource, holdsSession, identityOf } from './baileys-source.ts'
import { diskCause } from '../files/disk-cause.ts'
import { draftOf, newDraftName } from '../files/draft.ts'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { makeWholeFolder, writeNew } from '../files/whole-folder.ts'
import { exportEnded, noteExport, sweepExports } from './export-drafts.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { organizationFolder } from '../folders/organization-folders.ts'
import { writeRecord } from '../records/record-file.ts'
import { patiently } from '../files/patience.ts'

/** Takes over sessions in Baileys' multi-file layout; the source is not altered before the person wants it deleted. */
export function multiFileImporter(root: string, vault: KeyVault): Importer {
  return {
    async adopt(folder, record) {
      const final = organizationFolder(root, record.sessionName)
      if (existsSync(final)) return { ok: false, reason: `${record.sessionName} is there already` }
      const draft = draftOf(final)
      try {
        const source = resolve(root, folder)
        const entries = await readMultiFile(source)
        await removePatiently(draft)
        await mkdir(draft, { mode: 0o700 })
        const outcome = await fill(draft, record, source, entries, vault)
        if (outcome.ok) {
          await renamePatiently(draft, final)
          await syncFolder(root)
        }
        if (!outcome.ok) await removePatiently(draft)
        return outcome
      } catch (error) {
        // What cannot be removed now is swept later; that the folder is refused is to be said all the same.
        await removePatiently(draft).catch(() => {})
        return { ok: false, reason: error instanceof Error ? error.message : String(error) }
      }
    },

    exportRefusal: (target) => exportRefusal(root, target),
    export: (record, target) => exportSession(root, vault, record, target),

    sweepExports: () => sweepExports(root),

    holds: holdsSession,

    discard: discardSource,
  }
}

async function fill(
  draft: string,
  record: OrganizationRecord,
  source: string,
  entries: readonly Entry[],
  vault: KeyVault,
): Promise<AdoptOutcome> {
  const { id: organizationId, generation } = record
  const place = { organizationId, generation, linked: false }
  const opened = await openAuthStore(generationFolder(draft, generation), place, vault)
  if (!opened.ok) return { ok: false, reason: opened.cause.code }
  try {
    opened.store.commit(entries)
    const credentials = readCredentials(opened.store, true)
    if (credentials.kind !== 'linked') {
      return { ok: false, reason: credentials.kind === 'damaged' ? credentials.detail : 'not linked' }
    }
    const adopted: OrganizationRecord = {
      ...record,
      linked: true,
      wanted: false,
      lastNumber: credentials.number,
      lid: credentials.lid,
      source: { folder: source, identity: identityOf(credentials.creds), kept: false },
    }
    opened.store.checkpoint()
    await writeRecord(draft, adopted)
    return { ok: true, record: adopted }
  } finally {
    opened.store.close()
  }
}

async function exportRefusal(root: string, target: string): Promise<ExportRefusal | null> {
  try {
    // There it would be taken for a session of another server, with its keys in plain text.
    return (await isInside(target, dirname(root))) ? { ok: false, why: 'own-data' } : null
  } catch (error) {
    return { ok: false, why: 'storage', cause: diskCause(error) }
  }
}

/** Writes a session to where nothing of anybody's is touched. */
async function exportSession(
  root: string,
  vault: KeyVault,
  record: OrganizationRecord,
  target: string,
): Promise<ExportOutcome> {
  const { id: organizationId, sessionName, generation, linked } = record
  const refusal = await exportRefusal(root, target)
  if (refusal) return refusal
  const source = generationFolder(organizationFolder(root, sessionName), generation)
  const opened = await openAuthStore(source, { organizationId, generation, linked }, vault)
  if (!opened.ok) return { ok: false, why: 'storage', cause: opened.cause }
  const folder = freeName(join(target, sessionName))
  const draft = newDraftName(folder)
  try {
    await noteExport(root, draft)
    await makeWholeFolder(folder, draft, async () => {
      await fewAtATime(opened.store.entries(), ({ type, id, value }) => {
        const name = type === CREDS.type ? CREDS_FILE : keyFile({ type, id })
        return writeNew(join(draft, name), value ?? new Uint8Array())
      })
    })
    return { ok: true, folder }
  } catch (error) {
    return { ok: false, why: 'storage', cause: diskCause(error) }
  } finally {
    opened.store.close()
    await exportEnded(root, draft).catch(() => {})
  }
}

/** Whether a place is a folder or lies somewhere in it, by whatever way. @throws where there is no such place */
async function isInside(place: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(place))
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}

function freeName(path: string): string {
  let n = 1
  let candidate = path
  while (existsSync(candidate)) candidate = `${path}-${(n += 1)}`
  return candidate
}

/** @throws where a file cannot be read: a session with a hole in it is not taken over */
async function readMultiFile(folder: string): Promise<readonly Entry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return fewAtATime(names, async (name) => {
    const value = decodeFile(name, await patiently(() => readFile(join(folder, name))))
    return { ...(name === CREDS_FILE ? CREDS : keyIn(name)), value: encode(value) }
  })
}

function decodeFile(name: string, bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch {
    throw new Error(`${name} is not JSON`)
  }
}
