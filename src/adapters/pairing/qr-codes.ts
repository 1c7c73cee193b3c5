import type { SocketEvent } from '../../engine/ports.ts'

/** Life of a code on screen, in milliseconds, as WhatsApp Web times it. */
const FIRST_QR_MS = 60_000
const NEXT_QR_MS = 20_000
/** What a code's text holds after its `#`, separated by commas: ref, noise key, identity key, ADV secret, platform. */
const ADV_SECRET_FIELD = 3

/**
 * The codes of one attempt to link. Baileys draws the first; the others differ in their ref alone and are drawn here,
 * because its own clock for them goes on while a phone answers and then closes the connection (its `socket.js`).
 */
export class QrCodes {
  readonly #lifeMs: number | undefined
  readonly #secret: () => string
  readonly #tell: (event: SocketEvent) => void
  readonly #onEnded: () => void
  #refs: readonly string[] = []
  #first = ''
  #index = 0
  #expires = 0
  #timer: NodeJS.Timeout | undefined
  #over = false

  /**
   * @param lifeMs of each code, where not as WhatsApp's own
   * @param secret the present ADV secret
   * @param onEnded the last one has expired
   */
  constructor(
    lifeMs: number | undefined,
    secret: () => string,
    tell: (event: SocketEvent) => void,
    onEnded: () => void,
  ) {
    this.#lifeMs = lifeMs
    this.#secret = secret
    this.#tell = tell
    this.#onEnded = onEnded
  }

  /** What the server has granted, before Baileys draws the first of them. */
  granted(refs: readonly string[]): void {
    this.#refs = refs
    this.#index = 0
    clearTimeout(this.#timer)
  }

  /** Baileys has drawn the first code. */
  begin(text: string): void {
    this.#first = text
    this.#next()
  }

  /** The secret has changed: the code on screen is drawn again. */
  redraw(): void {
    if (this.#index > 0 && !this.#over) this.#show()
  }

  /** Nothing follows the code on screen any more: a phone has answered, or the connection has ended. */
  stop(): void {
    this.#over = true
    clearTimeout(this.#timer)
  }

  /** How long the codes that were granted last from now, in milliseconds. */
  get lastsMs(): number {
    const later = Math.max(0, this.#refs.length - this.#index)
    return this.#expires - Date.now() + (this.#lifeMs ?? NEXT_QR_MS) * later
  }

  #next(): void {
    if (this.#over) return
    // Without a list of them there is the one that Baileys has drawn.
    if (this.#index >= Math.max(1, this.#refs.length)) {
      this.stop()
      this.#onEnded()
      return
    }
    this.#index += 1
    const life = this.#lifeMs ?? (this.#index === 1 ? FIRST_QR_MS : NEXT_QR_MS)
    this.#expires = Date.now() + life
    this.#timer = setTimeout(() => this.#next(), life)
    this.#show()
  }

  #show(): void {
    this.#tell({
      type: 'qr',
      text: withRef(this.#first, this.#refs[this.#index - 1], this.#secret()),
      lifeMs: this.#expires - Date.now(),
      index: this.#index,
      of: Math.max(this.#refs.length, this.#index),
    })
  }
}

/** The text of a code with another ref and another ADV secret. */
function withRef(text: string, ref: string | undefined, secret: string): string {
  const at = text.indexOf('#') + 1
  const fields = text.slice(at).split(',')
  if (ref !== undefined) fields[0] = ref
  fields[ADV_SECRET_FIELD] = secret
  return text.slice(0, at) + fields.join(',')
}
