/** What arrives cannot be taken: `message` says by which limit. */
export class Unusable extends Error {
  /** It was the answer to a phone that has scanned or typed a code. */
  readonly pairing: boolean

  constructor(message: string, pairing = false) {
    super(message)
    this.pairing = pairing
  }
}

/** Bytes of one frame, without its head, which could name four times as many. */
export const FRAME_MAX = 4 * 1024 * 1024
/** Three bytes that hold the length of what follows. */
const HEAD = 3

/**
 * Cuts what a server sends into whole frames. Baileys copies everything it holds with each piece of one that arrives, and
 * takes any length that three bytes can name.
 */
export class Frames {
  #pieces: Buffer[] = []
  #held = 0

  /**
   * The frames, heads included, that are whole with these bytes.
   *
   * @throws {Unusable} as soon as the head of a frame names more than is taken
   */
  push(data: Buffer): readonly Buffer[] {
    this.#pieces.push(data)
    this.#held += data.length
    const first = this.#pieces.length === 1 ? data : this.#headOf()
    if (first.length < HEAD || this.#held < lengthIn(first)) return []

    let rest = Buffer.concat(this.#pieces)
    const whole: Buffer[] = []
    while (rest.length >= HEAD && rest.length >= lengthIn(rest)) {
      const length = lengthIn(rest)
      whole.push(rest.subarray(0, length))
      rest = rest.subarray(length)
    }
    this.#pieces = rest.length === 0 ? [] : [rest]
    this.#held = rest.length
    return whole
  }

  /** The first bytes of what is held. Small pieces may hold less than a head each. */
  #headOf(): Buffer {
    const [first] = this.#pieces
    if (first && first.length >= HEAD) return first
    const joined = Buffer.concat(this.#pieces)
    this.#pieces = [joined]
    return joined
  }
}

/** The length of the frame that begins here, its head included. */
function lengthIn(bytes: Buffer): number {
  const length = bytes.readUIntBE(0, HEAD)
  if (length > FRAME_MAX) throw new Unusable(`a frame of ${length} bytes`)
  return HEAD + length
}
