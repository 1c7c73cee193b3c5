import { join } from 'node:path'
import { z } from 'zod'
import type { KeptPin, PinStore, WriteOutcome } from '../../engine/ports.ts'
import { putAside } from '../files/aside.ts'
import { removeFile, writeAtomically } from '../files/atomic-file.ts'
import { diskCause } from '../files/disk-cause.ts'
import { parseJson } from '../files/json.ts'
import { errorCode } from '../files/patience.ts'
import { readText } from '../files/plain-file.ts'
import { isScryptHash } from './scrypt-hasher.ts'

const SCHEMA = 1

const pinSchema = z.object({
  schema: z.literal(SCHEMA),
  hash: z.string().refine(isScryptHash),
  tries: z.object({ wrong: z.int().min(0), lastAt: z.number().min(0) }),
})

/** Where the PIN is kept: whoever deletes this file turns it off. */
export function pinFile(folder: string): string {
  return join(folder, 'pin.json')
}

export interface OpenedPin {
  readonly kept: KeptPin | null
  readonly store: PinStore
  /** The file could not be read and was kept under this name; no PIN is in force. */
  readonly setAside: string | null
}

/** As where no PIN was ever set, for a start at which nothing can be kept. */
export const NO_PIN: OpenedPin = {
  kept: null,
  store: { write: () => Promise.resolve({ ok: false, cause: { code: 'io-error', detail: null } }) },
  setAside: null,
}

/**
 * Opens `pin.json` in `folder`. One that is damaged or cannot be opened is set aside and said: whoever can bring that
 * about could delete it as well, and a shop whose disk has failed must still be able to clear a session.
 *
 * @throws the file system's error where it cannot even be set aside
 */
export async function openPin(folder: string): Promise<OpenedPin> {
  const path = pinFile(folder)
  const store = { write: (kept: KeptPin | null) => write(path, kept) }
  try {
    return { kept: parse(await readText(path)), store, setAside: null }
  } catch (error) {
    return { kept: null, store, setAside: errorCode(error) === 'ENOENT' ? null : putAside(path) }
  }
}

/** @throws where it is no PIN's file */
function parse(text: string): KeptPin {
  const { hash, tries } = pinSchema.parse(parseJson(text))
  return { hash, tries }
}

async function write(path: string, kept: KeptPin | null): Promise<WriteOutcome> {
  try {
    if (kept) {
      await writeAtomically(path, `${JSON.stringify({ schema: SCHEMA, ...kept }, null, 2)}\n`)
    } else {
      await removeFile(path)
    }
    return { ok: true }
  } catch (error) {
    return { ok: false, cause: diskCause(error) }
  }
}
