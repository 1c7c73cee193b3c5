import { Unusable } from './frames.ts'

/** How deep elements may lie in each other; WhatsApp's lie ten deep. */
export const DEPTH_MAX = 64
/** So many elements take about a second to decode. A shop whose account is in 400 groups of a thousand has fewer. */
export const ELEMENTS_MAX = 500_000

/** Attributes in all of them together. */
const ATTRIBUTES_MAX = 2_000_000

/** The bytes that begin a list, a string or an address in WhatsApp's binary XML (Baileys' `WABinary/constants.js`). */
const LIST_EMPTY = 0
const DICTIONARY_FIRST = 236
const DICTIONARY_LAST = 239
const INTEROP_JID = 245
const FB_JID = 246
const AD_JID = 247
const LIST_8 = 248
const LIST_16 = 249
const JID_PAIR = 250
const HEX_8 = 251
const BINARY_8 = 252
const BINARY_20 = 253
const BINARY_32 = 254
const NIBBLE_8 = 255

/**
 * Walks over a stanza without building it: Baileys calls itself for each element and each part of an address, and makes
 * an object of each. Whatever it can read is read here alike; what ends too early is left for it to find.
 *
 * @throws {Unusable} where it holds more, or lies deeper, than is taken
 */
export function checkEncoded(bytes: Buffer): void {
  const reader = new Reader(bytes)
  /** Elements that are still to be read, of each list that is open. */
  const open: number[] = [1]
  for (let elements = 1; open.length > 0;) {
    const left = open.pop() ?? 0
    if (left === 0 || reader.ended) continue
    open.push(left - 1)
    const inside = reader.element()
    elements += inside
    if (reader.attributes > ATTRIBUTES_MAX) throw new Unusable(`more than ${ATTRIBUTES_MAX} attributes`)
    if (elements > ELEMENTS_MAX) throw new Unusable(`more than ${ELEMENTS_MAX} elements`)
    if (inside > 0) open.push(inside)
    if (open.length > DEPTH_MAX) throw new Unusable(`elements ${DEPTH_MAX} deep`)
  }
}

class Reader {
  readonly #bytes: Buffer
  #at = 0
  #attributes = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** That were passed over. */
  get attributes(): number {
    return this.#attributes
  }

  get ended(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** Passes over an element as far as its children; says how many they are. */
  element(): number {
    const size = this.#listSize(this.#byte()) ?? 0
    const attributes = Math.max(0, (size - 1) >> 1)
    this.#attributes += attributes
    for (let strings = 1 + 2 * attributes; strings > 0 && !this.ended; strings -= 1) {
      this.#string(this.#byte())
    }
    if (size === 0 || size % 2 === 1) return 0
    const tag = this.#byte()
    const children = this.#listSize(tag)
    if (children === null) this.#string(tag)
    return children ?? 0
  }

  /** Of anything else than a list: null. */
  #listSize(tag: number): number | null {
    if (tag === LIST_EMPTY) return 0
    if (tag === LIST_8) return this.#byte()
    return tag === LIST_16 ? this.#number(2) : null
  }

  #string(first: number): void {
    let tag = first
    for (let waiting = 0, parts = 0; ; tag = this.#byte()) {
      // The parts of an address are strings, and might be addresses.
      waiting += this.#pass(tag)
      parts += 1
      if (parts > DEPTH_MAX) throw new Unusable('an address of addresses')
      if (waiting === 0 || this.ended) return
      waiting -= 1
    }
  }

  /** Passes over what a tag announces; says how many strings follow. */
  #pass(tag: number): number {
    switch (tag) {
      case BINARY_8:
        return this.#skip(this.#byte())
      case BINARY_20:
        return this.#skip(this.#number(3) & 0xf_ff_ff)
      case BINARY_32:
        return this.#skip(this.#positive())
      case HEX_8:
      case NIBBLE_8:
        return this.#skip(this.#byte() & 0x7f)
      case JID_PAIR:
        return 2
      case AD_JID:
        this.#skip(2)
        return 1
      case FB_JID:
        return this.#foreignJid(2)
      case INTEROP_JID:
        return this.#foreignJid(4)
      default:
        return tag >= DICTIONARY_FIRST && tag <= DICTIONARY_LAST ? this.#skip(1) : 0
    }
  }

  /** Two plain strings with numbers between them. Baileys goes back where it cannot read the second of one kind. */
  #foreignJid(numbers: number): 0 {
    this.#plainString()
    this.#skip(numbers)
    this.#plainString()
    return 0
  }

  #plainString(): void {
    const tag = this.#byte()
    if (tag === BINARY_8 || tag === HEX_8 || tag === NIBBLE_8) this.#pass(tag)
    else if (tag >= DICTIONARY_FIRST) throw new Unusable('an address of addresses')
    if (this.#at > this.#bytes.length) throw new Unusable('an address without an end')
  }

  /** Baileys takes the first bit for a sign, and goes back. */
  #positive(): number {
    const length = this.#number(4)
    if (length > 0x7f_ff_ff_ff) throw new Unusable('a length below zero')
    return length
  }

  #byte(): number {
    return this.#number(1)
  }

  #number(length: number): number {
    const { length: end } = this.#bytes
    const value = this.#at + length <= end ? this.#bytes.readUIntBE(this.#at, length) : 0
    this.#at += length
    return value
  }

  #skip(length: number): 0 {
    this.#at += length
    return 0
  }
}
