import { DEPTH_MAX } from '../encoded-stanza.ts'

/** An element without attributes: a list of one, and its name. */
const LEAF = Buffer.of(248, 1, 4)
const MANY = 0xff_ff

function listOf(count: number, ...elements: readonly Buffer[]): Buffer {
  const head = Buffer.of(248, 2, 4, 249, count >> 8, count & 0xff)
  return Buffer.concat([head, ...elements])
}

function inside(levels: number, core: Buffer): Buffer {
  return Buffer.concat([...Array<Buffer>(levels).fill(listOf(1)), core])
}

/** Reads itself again: its attribute has a length below zero, which ends where it begins. */
function rewinding(): Buffer {
  const element = Buffer.of(248, 3, 4, 5, 254, 0, 0, 0, 0)
  element.writeInt32BE(-element.length, 5)
  return element
}

/** Stanzas without their first byte that have Baileys' decoder do more than anybody can wait for, by their names. */
export const hostile: Readonly<Record<string, () => Buffer>> = {
  'a nesting of 200,000': () => inside(200_000, LEAF),
  'a nesting that is just too deep': () => inside(DEPTH_MAX, LEAF),
  'five million elements': () => {
    const list = listOf(MANY, Buffer.concat(Array<Buffer>(MANY).fill(LEAF)))
    return listOf(80, ...Array<Buffer>(80).fill(list))
  },
  'four thousand million elements in thirty bytes': () => listOf(MANY, listOf(MANY, rewinding())),
  'five million attributes': () => {
    const element = Buffer.concat([Buffer.of(249, 0xff, 0xff, 4), Buffer.alloc(MANY - 1, 5)])
    return listOf(160, ...Array<Buffer>(160).fill(element))
  },
  'an address of 200,000 addresses': () =>
    Buffer.concat([Buffer.of(248, 1), Buffer.alloc(200_000, 250), Buffer.of(4)]),
  'an address that is read again': () => Buffer.of(248, 1, 245, 4, 0, 0, 0, 0, 254, 0xff, 0xff, 0xff, 0xf0),
}
