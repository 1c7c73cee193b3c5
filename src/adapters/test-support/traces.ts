/** Letters on either side of a piece of base64 also depend on what stands beside it. */
const BASE64_EDGE = 2
const DIGITS = /^[0-9]+$/

/** How a word, a name or a number may stand in a file, by what that is called. */
function writingsOf(word: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(word)
  const writings = new Map<string, Buffer>([
    ['UTF-8', bytes],
    ['UTF-16', Buffer.from(word, 'utf16le')],
    ['hexadecimal', Buffer.from(bytes.toString('hex'))],
    ['HEXADECIMAL', Buffer.from(bytes.toString('hex').toUpperCase())],
  ])
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const inner = text.slice(before === 0 ? 0 : BASE64_EDGE + before - 1, -BASE64_EDGE)
    writings.set(`base64 after ${before}`, Buffer.from(inner))
  }
  if (DIGITS.test(word)) {
    writings.set('varint', varint(BigInt(word)))
    const hex = BigInt(word).toString(16)
    writings.set('big-endian', Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
    writings.set('little-endian', Buffer.from(Buffer.from(writings.get('big-endian') ?? []).toReversed()))
    // As WhatsApp packs digits: two to a byte.
    writings.set('packed', Buffer.from(word.padEnd(word.length + (word.length % 2), 'f'), 'hex'))
  }
  return writings
}

/** Where any of these words stands in any of these files, and how it is written. */
export function tracesIn(
  files: ReadonlyMap<string, Uint8Array>,
  words: readonly string[],
): readonly string[] {
  const sought = words.flatMap((word) => [...writingsOf(word)].map(([how, bytes]) => ({ word, how, bytes })))
  return [...files].flatMap(([name, content]) => {
    const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    return sought.flatMap(({ word, how, bytes }) => {
      const found = file.includes(bytes) || Buffer.from(name).includes(bytes)
      return found ? [`${word} as ${how} in ${name}`] : []
    })
  })
}

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  for (let left = value; ; left >>= 7n) {
    const more = left > 0x7fn
    bytes.push(Number(left & 0x7fn) | (more ? 0x80 : 0))
    if (!more) return Buffer.from(bytes)
  }
}
