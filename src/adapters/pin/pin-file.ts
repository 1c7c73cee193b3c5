import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { KeptPin, PinStore, WriteOutcome } from '../../engine/ports.ts'
import { putAside } from '../files/aside.ts'
import { syncFolder, writeAtomically } from '../files/atomic-file.ts'
import { diskCause } from '../files/disk-cause.ts'
import { errorCode } from '../files/patience.ts'
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
 * Opens `pin.json` in `folder`. A damaged one is set aside and said: whoever can damage it could delete it as well,
 * and a shop whose disk has failed must still be able to clear a session.
 */
export function openPin(folder: string): OpenedPin {
  const path = pinFile(folder)
  const store = { write: (kept: KeptPin | null) => write(path, kept) }
  const text = textOf(path)
  if (text === null) return { kept: null, store, setAside: null }
  const kept = parse(text)
  return kept ? { kept, store, setAside: null } : { kept, store, setAside: putAside(path) }
}

/** @throws the file system's error, unless there is no such file */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parse(text: string): KeptPin | null {
  try {
    const { hash, tries } = pinSchema.parse(JSON.parse(text))
    return { hash, tries }
  } catch {
    return null
  }
}

async function write(path: string, kept: KeptPin | null): Promise<WriteOutcome> {
  try {
    if (kept) {
      await writeAtomically(path, `${JSON.stringify({ schema: SCHEMA, ...kept }, null, 2)}\n`)
    } else {
      await rm(path, { force: true })
      await syncFolder(dirname(path))
    }
    return { ok: true }
  } catch (error) {
    return { ok: false, cause: diskCause(error) }
  }
}
