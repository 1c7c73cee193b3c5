import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, realpath, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { SourceOutcome } from '../../contract/source.ts'
import type { Source } from '../../engine/record.ts'
import { syncFolder } from '../files/atomic-file.ts'
import { decode } from '../credentials/baileys-codec.ts'
import { CREDS_FILE, isBaileysFile } from './baileys-file-names.ts'
import { errorCode, patiently } from '../files/patience.ts'

const identity = z.looseObject({
  signedIdentityKey: z.looseObject({ public: z.instanceof(Uint8Array) }),
  me: z.looseObject({ id: z.string() }),
})

/** Tells a link from every other, without its secrets: a hash over its public identity and its device. @throws ZodError */
export function identityOf(creds: unknown): string {
  const { signedIdentityKey, me } = identity.parse(creds)
  return createHash('sha256').update(signedIdentityKey.public).update(me.id).digest('hex')
}

/** Whether the folder that a session came from is there and still holds its keys. */
export async function holdsSession({ folder, identity: expected }: Source): Promise<boolean> {
  return (await identityIn(folder)) === expected
}

/**
 * Deletes a session's plain text where it came from: Baileys' own files, and the folder if nothing else is in it. A
 * link inside it is somebody's own and stays. The credentials go last, and only after all others, so that what could
 * not be finished can still be recognized and tried again.
 */
export async function discardSource({ folder, identity: expected }: Source): Promise<SourceOutcome> {
  const found = await identityIn(folder)
  if (found !== expected) return { kind: found === 'gone' ? 'gone' : 'changed' }
  const place = await realpath(folder)
  const names = (await readdir(place, { withFileTypes: true })).flatMap((entry) =>
    entry.isFile() && isBaileysFile(entry.name) ? [entry.name] : [],
  )
  const failed = await deleteAll(
    place,
    names.filter((name) => name !== CREDS_FILE),
  )
  const refused = failed[0] ?? (await deleteAll(place, [CREDS_FILE]))[0]
  if (refused !== undefined) {
    const left = [CREDS_FILE, ...failed.map(({ name }) => name)]
    return { kind: 'incomplete', left, reason: errorCode(refused.error) }
  }
  const others = await readdir(place)
  // What is only a way to the folder would lead nowhere without it.
  const isLink = (await lstat(folder)).isSymbolicLink()
  const folderGone = others.length === 0 && !isLink && (await removeEmpty(place))
  await syncFolder(folderGone ? dirname(place) : place).catch(() => {})
  return { kind: 'deleted', folderGone, others }
}

/** Whose credentials lie in a folder; `gone` where none do, null where they cannot be read as such. */
async function identityIn(folder: string): Promise<string | null> {
  const path = join(folder, CREDS_FILE)
  try {
    if (!(await lstat(path)).isFile()) return null
    return identityOf(decode(await patiently(() => readFile(path))))
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : null
  }
}

/** All at once, so that those that are held are waited for together. Returns what stayed, and why. */
async function deleteAll(
  place: string,
  names: readonly string[],
): Promise<readonly { readonly name: string; readonly error: unknown }[]> {
  const outcomes = await Promise.all(
    names.map(async (name) => {
      try {
        await patiently(() => unlink(join(place, name)))
        return []
      } catch (error) {
        return errorCode(error) === 'ENOENT' ? [] : [{ name, error }]
      }
    }),
  )
  return outcomes.flat()
}

/** Whether it could be removed. */
async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await patiently(() => rmdir(folder))
    return true
  } catch {
    return false
  }
}
