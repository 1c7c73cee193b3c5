import { join } from 'node:path'
import type { Entry } from '../store/auth-store.ts'
import { CREDS, decode } from '../credentials/baileys-codec.ts'
import { breather } from '../files/breather.ts'
import { fewAtATime } from '../files/few-at-a-time.ts'
import { parseJson } from '../files/json.ts'
import { readBytes, sizeOf } from '../files/plain-file.ts'
import { entriesOf } from '../foreign/listing.ts'
import { CREDS_FILE, keyIn } from './baileys-file-names.ts'
import { type Limits, TooLarge } from './limits.ts'

/** How many files are read before they are stored. */
const FILES = 128

/** What the credentials of a folder say, in Baileys' own terms. @throws TooLarge; the file system's error; SyntaxError */
export async function readCreds(folder: string, { credsBytes }: Limits): Promise<unknown> {
  const { value } = await readFile(folder, CREDS_FILE, credsBytes)
  return decode(checked(CREDS_FILE, value))
}

/**
 * Everything in a folder in Baileys' layout, a part at a time: `store` may take what it wants for each.
 *
 * @throws where a file cannot be read or is no file: a session with a hole in it is not taken over; TooLarge
 */
export async function readFolder(
  folder: string,
  limits: Limits,
  store: (entries: readonly Entry[]) => void,
): Promise<void> {
  const names = await namesIn(folder, limits)
  const breathe = breather()
  let bytes = 0
  for (let at = 0; at < names.length; at += FILES) {
    const files = await fewAtATime(names.slice(at, at + FILES), async (name) => {
      const file = await readFile(folder, name, name === CREDS_FILE ? limits.credsBytes : limits.keyBytes)
      bytes += file.value.length
      if (bytes > limits.bytes) throw new TooLarge(`more than ${limits.bytes} bytes`)
      return file
    })
    const entries: Entry[] = []
    for (const { name, value } of files) {
      entries.push({ ...(name === CREDS_FILE ? CREDS : keyIn(name)), value: checked(name, value) })
      await breathe()
    }
    store(entries)
    await breathe()
  }
}

/** @throws TooLarge where there are more than any session has */
async function namesIn(folder: string, { files }: Limits): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name } of entriesOf(folder)) {
    if (!name.endsWith('.json')) continue
    names.push(name)
    if (names.length > files) throw new TooLarge(`more than ${files} files`)
  }
  return names
}

async function readFile(
  folder: string,
  name: string,
  most: number,
): Promise<{ readonly name: string; readonly value: Uint8Array }> {
  const path = join(folder, name)
  if ((await sizeOf(path)) > most) throw new TooLarge(`${name} is longer than ${most} bytes`)
  return { name, value: await readBytes(path, most) }
}

/** The bytes as they are, which are what Baileys writes. @throws where they are no JSON that it could have written */
function checked(name: string, bytes: Uint8Array): Uint8Array {
  try {
    parseJson(Buffer.from(bytes).toString('utf8'))
    return bytes
  } catch {
    throw new Error(`${name} is not JSON`)
  }
}
