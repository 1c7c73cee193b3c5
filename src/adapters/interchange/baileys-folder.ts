import { join, resolve } from 'node:path'
import type { AdoptOutcome, Claim, ExportOutcome, Importer } from '../../engine/ports.ts'
import type { OrganizationRecord, Source } from '../../engine/record.ts'
import { generationFolder, openAuthStore } from '../store/auth-store.ts'
import { removePatiently, renamePatiently, syncFolder } from '../files/atomic-file.ts'
import { CREDS } from '../credentials/baileys-codec.ts'
import { readCredentials } from '../credentials/baileys-credentials.ts'
import { CREDS_FILE, keyFile } from './baileys-file-names.ts'
import { readCreds, readFolder } from './baileys-files.ts'
import { discardSource, holdsSession, identityOf } from './baileys-source.ts'
import { diskCause } from '../files/disk-cause.ts'
import { newDraftName } from '../files/draft.ts'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { isThere, makeNewFolder } from '../files/folder.ts'
import { isStill, placeOf } from '../foreign/known-folder.ts'
import { makeWholeFolder } from '../foreign/whole-folder.ts'
import { exportEnded, noteExport, sweepExports } from './export-drafts.ts'
import { exportRefusal } from './export-place.ts'
import { type Limits, LIMITS, TooLarge } from './limits.ts'
import type { KeyVault } from '../store/key-vault.ts'
import { organizationFolder } from '../folders/organization-folders.ts'
import { writeRecord } from '../records/record-file.ts'

/** Takes over sessions in Baileys' multi-file layout; the source is not altered before the person wants it deleted. */
export function multiFileImporter(root: string, vault: KeyVault, limits: Limits = LIMITS): Importer {
  return {
    adopt: (folder, record, claim) => adopt(root, vault, limits, folder, record, claim),

    exportRefusal: (target) => exportRefusal(root, target),
    export: (record, target) => exportSession(root, vault, record, target),

    sweepExports: () => sweepExports(root),

    holds: holdsSession,

    discard: discardSource,
  }
}

async function adopt(
  root: string,
  vault: KeyVault,
  limits: Limits,
  folder: string,
  record: OrganizationRecord,
  claim: Claim,
): Promise<AdoptOutcome> {
  const final = organizationFolder(root, record.sessionName)
  const draft = newDraftName(final)
  let made: string | null = null
  try {
    const source = await sourceIn(resolve(root, folder), limits)
    if (!claim(source.identity)) return { ok: false, why: 'unclaimed' }
    if (await isThere(final)) return unusable(`${record.sessionName} is there already`)
    await makeNewFolder(draft)
    made = draft
    const outcome = await fill(draft, record, source, vault, limits)
    if (!outcome.ok) return outcome
    await renamePatiently(draft, final)
    made = final
    await syncFolder(root)
    made = null
    return outcome
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return error instanceof TooLarge ? { ok: false, why: 'too-large', reason } : unusable(reason)
  } finally {
    // What cannot be removed now is swept later; that the folder is refused is to be said all the same.
    if (made !== null) await removePatiently(made).catch(() => {})
  }
}

function unusable(reason: string): AdoptOutcome {
  return { ok: false, why: 'unusable', reason }
}

/** A folder that a session is to be taken over from. @throws where there is no such session */
async function sourceIn(folder: string, limits: Limits): Promise<Source> {
  const place = await placeOf(folder)
  return { folder, place, identity: identityOf(await readCreds(folder, limits)), kept: false }
}

async function fill(
  draft: string,
  record: OrganizationRecord,
  source: Source,
  vault: KeyVault,
  limits: Limits,
): Promise<AdoptOutcome> {
  const { id: organizationId, generation } = record
  const place = { organizationId, generation, linked: false }
  const opened = await openAuthStore(generationFolder(draft, generation), place, vault)
  if (!opened.ok) return unusable(opened.cause.code)
  try {
    await readFolder(source.folder, limits, (entries) => opened.store.commit(entries))
    const credentials = readCredentials(opened.store, true)
    if (credentials.kind !== 'linked') {
      return unusable(credentials.kind === 'damaged' ? credentials.detail : 'not linked')
    }
    const isSame = identityOf(credentials.creds) === source.identity
    if (!isSame || !(await isStill(source.folder, source.place))) return unusable('changed meanwhile')
    const adopted: OrganizationRecord = {
      ...record,
      linked: true,
      wanted: false,
      lastNumber: credentials.number,
      lid: credentials.lid,
      source,
    }
    opened.store.checkpoint()
    await writeRecord(draft, adopted)
    return { ok: true, record: adopted }
  } finally {
    opened.store.close()
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
  const wanted = join(resolve(target), sessionName)
  const draft = newDraftName(wanted)
  try {
    await noteExport(root, draft)
    const folder = await makeWholeFolder(wanted, draft, async (write) => {
      await fewAtATime(opened.store.eachEntry(), ({ type, id, value }) =>
        write(type === CREDS.type ? CREDS_FILE : keyFile({ type, id }), value ?? new Uint8Array()),
      )
    })
    return { ok: true, folder }
  } catch (error) {
    return { ok: false, why: 'storage', cause: diskCause(error) }
  } finally {
    opened.store.close()
    await exportEnded(root, draft).catch(() => {})
  }
}
