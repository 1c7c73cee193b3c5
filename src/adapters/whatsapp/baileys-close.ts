import type { Close } from '../../engine/ports.ts'
import { outsideText } from '../runtime/outside-text.ts'
import { troubleIn } from '../network/way-trouble.ts'

const SECOND = 1000
const TEMPORARY_BAN = 402
/** Before this many seconds it is a length; beyond it can only be a date, in seconds since 1970. */
const LONGEST_LENGTH_S = 1e9
/** More than WhatsApp's own words were ever seen to be. */
const MOST_WORDS = 300
/** Longer than the name of any element. */
const MOST_TAG = 60
/** `<failure>`'s attributes that hold a sentence for a person, the heading first. */
const WORDS = ['logout_message_header', 'logout_message_subtext', 'message'] as const
/** What Baileys makes a code of by itself (its `getErrorCodeFromStreamError`). */
const KNOWN_CHILDREN: ReadonlySet<string> = new Set(['conflict'])

/**
 * What Baileys says of the end of a socket. Its error holds what WhatsApp sent: the attributes of a `<failure>`, or the
 * child of a `<stream:error>`, which Baileys makes a 500 of where it has no code.
 *
 * @param now this computer's clock
 */
export function closeOf(error: Error | undefined, now: number): Close {
  if (error?.message === 'QR refs attempts ended') return { how: 'qr-ended' }
  // What failed on the way there was never WhatsApp's answer.
  const trouble = troubleIn(error)
  if (trouble) return trouble
  const code = read(read(error, 'output'), 'statusCode')
  if (typeof code !== 'number') return { how: 'error' }
  const data = read(error, 'data')
  if (error?.message === 'Connection Failure') {
    const words = wordsIn(data)
    const until = code === TEMPORARY_BAN ? untilIn(data, now) : null
    return { how: 'code', code, ...(words !== null && { words }), ...(until !== null && { until }) }
  }
  const tag = read(data, 'tag')
  const named =
    typeof tag === 'string' && tag.length <= MOST_TAG && tag !== 'stream:error' && !KNOWN_CHILDREN.has(tag)
      ? tag
      : null
  return { how: 'code', code, ...(named !== null && { named }) }
}

/** whatsmeow reads `expire` as a length in seconds; a later port of it as a date. Neither is documented. */
function untilIn(attributes: unknown, now: number): number | null {
  const seconds = Number(read(attributes, 'expire'))
  if (!Number.isFinite(seconds) || seconds <= 0) return null
  return (seconds < LONGEST_LENGTH_S ? now : 0) + seconds * SECOND
}

function wordsIn(attributes: unknown): string | null {
  const found = WORDS.flatMap((name) => {
    const value = read(attributes, name)
    return typeof value === 'string' ? [outsideText(value, MOST_WORDS)] : []
  }).filter((words) => words !== '')
  return found.length === 0 ? null : outsideText([...new Set(found)].join(' · '), MOST_WORDS)
}

function read(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}
