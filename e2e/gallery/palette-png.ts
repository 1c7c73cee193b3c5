import { crc32, deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BIT_DEPTH = 8
const PALETTE = 3
const COLORS = 256

/**
 * The same picture with at most 256 colours and without transparency, at a third of the size: an interface has few
 * colours, and the many between a letter and its paper are told apart by nobody.
 */
export function palettePng(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture)
  const colors = fewColors(data)
  const palette = new Map([...new Set(colors)].map((color, index) => [color, index]))
  const rows = Buffer.alloc(height * (width + 1))
  for (const [at, color] of colors.entries()) {
    const row = Math.floor(at / width)
    // Each row begins with the filter it was made with: none.
    rows[at + row + 1] = palette.get(color) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([BIT_DEPTH, PALETTE], 8)
  const entries = Buffer.concat([...palette.keys()].map((color) => Buffer.from(color, 'hex')))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The colour of each pixel, in hexadecimal: the frequent ones as they are, the rare ones as the nearest of those. */
function fewColors(data: Buffer): readonly string[] {
  const colors: string[] = []
  const counts = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const color = data.toString('hex', at, at + 3)
    colors.push(color)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const frequent = [...counts].toSorted(([, a], [, b]) => b - a).map(([color]) => color)
  const kept = frequent.slice(0, COLORS)
  const nearest = new Map(
    frequent.map((color) => [color, counts.size <= COLORS ? color : nearestOf(kept, color)]),
  )
  return colors.map((color) => nearest.get(color) ?? color)
}

function nearestOf(kept: readonly string[], color: string): string {
  const wanted = Buffer.from(color, 'hex')
  let best = color
  let least = Infinity
  for (const candidate of kept) {
    const distance = Buffer.from(candidate, 'hex').reduce(
      (sum, value, channel) => sum + (value - (wanted[channel] ?? 0)) ** 2,
      0,
    )
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
