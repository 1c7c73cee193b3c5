/** Begins and ends a piece whose direction of writing is its own affair. */
const FIRST_STRONG = '\u2068'
const POP = '\u2069'
/** What turns the direction of all that follows, or only marks one: nothing that a name needs. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/g
/** What cannot be seen and is no white space. */
const CONTROL = /(?![\n\t])\p{Cc}/gu
/** Letters that are written from right to left, and what belongs to such a piece. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u2068\u2069]/u

/**
 * A text that was made elsewhere, so that the sentence around it stays in its order whatever it holds. Texts that are
 * written as the sentence is stay as they are, and can be looked for and copied.
 */
export function isolated(text: string): string {
  const plain = text.toWellFormed().replace(TURNING, '').replace(CONTROL, '')
  return RIGHT_TO_LEFT.test(plain) ? FIRST_STRONG + balanced(plain) + POP : plain
}

/** Without the marks of {@link isolated}, for what is copied into other programs. */
export function withoutIsolation(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '')
}

/** With as many ends as beginnings: one end more would close what is around it. */
function balanced(text: string): string {
  let open = 0
  let result = ''
  for (const character of text) {
    if (character === FIRST_STRONG) open += 1
    if (character === POP) {
      if (open === 0) continue
      open -= 1
    }
    result += character
  }
  return result + POP.repeat(open)
}

/** A dictionary of the same sentences, into which everything is inserted isolated. */
export function isolating<T extends object>(dictionary: T): T {
  const safe: T = { ...dictionary }
  for (const [name, value] of Object.entries(dictionary)) Reflect.set(safe, name, isolatingValue(value))
  return safe
}

function isolatingValue(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...inserted: readonly unknown[]): unknown =>
      Reflect.apply(value, undefined, inserted.map(isolatedIn))
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? isolating(value) : value
}

function isolatedIn(inserted: unknown): unknown {
  if (typeof inserted === 'string') return isolated(inserted)
  if (typeof inserted !== 'object' || inserted === null || Array.isArray(inserted)) return inserted
  return Object.fromEntries(Object.entries(inserted).map(([name, value]) => [name, isolatedIn(value)]))
}
