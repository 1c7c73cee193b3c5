import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { SourceOutcome } from '../../contract/source.ts'
import type { Source } from '../../engine/record.ts'
import { syncFolder } from '../files/atomic-file.ts'
import { errorCode } from '../files/patience.ts'
import { isFolder, isStill, placeOf } from '../foreign/known-folder.ts'
import { entriesOf, namesOfFiles } from '../foreign/listing.ts'
import { removeEmpty, removeFiles } from '../foreign/removal.ts'
import { CREDS_FILE, isBaileysFile } from './baileys-file-names.ts'
import { readCreds } from './baileys-files.ts'
import { LIMITS } from './limits.ts'

const identity = z.looseObject({
  signedIdentityKey: z.looseObject({ public: z.instanceof(Uint8Array) }),
  me: z.looseObject({ id: z.string() }),
})

/** Tells a link from every other, without its secrets: a hash over its public identity and its device. @throws where there is none */
export function identityOf(creds: unknown): string {
  const found = identity.safeParse(creds)
  if (!found.success) throw new Error(`${CREDS_FILE} names no linked account`)
  const { signedIdentityKey, me } = found.data
  return createHash('sha256').update(signedIdentityKey.public).update(me.id).digest('hex')
}

/** Whether the folder that a session came from is there and still holds its keys. */
export async function holdsSession(source: Source): Promise<boolean> {
  return (await lookAt(source)) === 'there'
}

/**
 * Deletes a session's plain text where it came from: Baileys' own files, and the folder if nothing else is in it. What
 * the folder's name leads to only now is somebody's own and stays, as does a link inside it. The credentials go last,
 * and only after all others, so that what could not be finished can still be recognized and tried again.
 */
export async function discardSource(source: Source): Promise<SourceOutcome> {
  const found = await lookAt(source)
  if (found !== 'there') return { kind: found }
  const { path } = await placeOf(source.folder)
  const keys = await namesOfFiles(path, (name) => name !== CREDS_FILE && isBaileysFile(name))
  const failed = await removeFiles(path, keys)
  const refused = failed[0] ?? (await removeFiles(path, [CREDS_FILE]))[0]
  if (refused !== undefined) {
    const left = [CREDS_FILE, ...failed.map(({ name }) => name)]
    return { kind: 'incomplete', left, reason: errorCode(refused.error) }
  }
  const others: string[] = []
  for await (const { name } of entriesOf(path)) others.push(name)
  // What is only a way to the folder would lead nowhere without it.
  const isItself = await isFolder(source.folder)
  const folderGone = others.length === 0 && isItself && (await removeEmpty(path))
  await syncFolder(folderGone ? dirname(path) : path).catch(() => {})
  return { kind: 'deleted', folderGone, others }
}

/** What lies where a session came from: its keys, in the same folder as then; something else; nothing. */
async function lookAt({ folder, place, identity: expected }: Source): Promise<'there' | 'changed' | 'gone'> {
  try {
    // Before anything in it is read.
    if (!(await isStill(folder, place))) return 'changed'
    return identityOf(await readCreds(folder, LIMITS)) === expected ? 'there' : 'changed'
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? 'gone' : 'changed'
  }
}
