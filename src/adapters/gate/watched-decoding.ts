import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'
import { checkEncoded } from './encoded-stanza.ts'

/** As much as `ELEMENTS_MAX` honest elements take. */
const INFLATED_MAX = 32 * 1024 * 1024
/** What the first byte of a stanza says where the rest is compressed. */
const COMPRESSED = 2

const { createDecipheriv } = crypto
const { inflate } = zlib
let installed = false
/** Set while Baileys decrypts one frame, which it does at once: only then is anything different from what Node does. */
let looking: { looked: boolean } | null = null

/**
 * Lets Enlace look at a stanza between Baileys' decryption and its decoding. Both happen inside `makeSocket`, one after
 * the other, and neither knows a limit: a megabyte becomes a gigabyte, and a length below zero has the decoder read the
 * same bytes for ever (decision 31). What lies between the two is Node's own.
 *
 * Has to come before Baileys is loaded, which keeps the functions that it finds then.
 */
export function watchDecoding(): void {
  if (installed) return
  installed = true
  Reflect.set(crypto, 'createDecipheriv', watchedDecipher)
  Reflect.set(zlib, 'inflate', watchedInflate)
  // Also for who imports the functions by their names.
  syncBuiltinESMExports()
}

/**
 * Calls what reads a frame. What it promises fails with `Unusable` where the stanza goes beyond what is taken.
 *
 * @returns beside its promise, whether the frame was looked at, had it anything to decode
 */
export function readWatched(read: () => unknown): { readonly done: unknown; readonly looked: () => boolean } {
  const look = { looked: false }
  looking = look
  try {
    return { done: read(), looked: () => look.looked }
  } finally {
    looking = null
  }
}

function watchedDecipher(this: unknown, ...how: Parameters<typeof createDecipheriv>): unknown {
  const decipher: crypto.Decipheriv = createDecipheriv(...how)
  const look = looking
  if (!look) return decipher
  const update = decipher.update.bind(decipher)
  Reflect.set(decipher, 'update', (data: NodeJS.ArrayBufferView) => {
    const plain = update(data)
    look.looked = true
    if (plain.length > 0 && (plain.readUInt8() & COMPRESSED) === 0) checkEncoded(plain.subarray(1))
    return plain
  })
  return decipher
}

function watchedInflate(
  input: zlib.InputType,
  second: zlib.ZlibOptions | zlib.CompressCallback,
  third?: zlib.CompressCallback,
): void {
  const [options, done] = typeof second === 'function' ? [{}, second] : [second, third]
  if (!done) throw new TypeError('inflate without a callback')
  if (!looking) {
    inflate(input, options, done)
    return
  }
  inflate(input, { maxOutputLength: INFLATED_MAX, ...options }, (error, stanza) => {
    done(error ?? refusalOf(stanza), stanza)
  })
}

function refusalOf(stanza: Buffer): Error | null {
  try {
    checkEncoded(stanza)
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
