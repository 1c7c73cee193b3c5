import { z } from 'zod'
import type { UserFacingSocketConfig } from '@whiskeysockets/baileys'

/** A message that could not be read, as its envelope names it. Jids may be of any kind, and empty where unknown. */
export interface UnreadMessage {
  readonly id: string
  readonly author: string
  /** The author's other name, where the envelope says it. */
  readonly other: string | undefined
  /** Baileys failed at it before it came to decrypting: what stopped it. Null where it could not be decrypted. */
  readonly stopped: string | null
  /** The envelope says that it is the own account's. */
  readonly own: boolean
}

const key = z.object({
  id: z.string(),
  participantAlt: z.string().optional(),
  remoteJidAlt: z.string().optional(),
})

/** What Baileys says with that line; a shape that has changed still counts as a failure, of an unknown sender. */
const failureContext = z
  .object({ err: z.instanceof(Error).transform((error) => error.message), author: z.string(), key })
  .catch({ err: '', author: '', key: { id: '' } })

const handlingContext = z
  .object({ error: z.instanceof(Error).transform((error) => error.message), node: z.string() })
  .catch({ error: '', node: '' })

type Logger = NonNullable<UserFacingSocketConfig['logger']>

/** Replays and empty envelopes: harmless, and no sign of a damaged session. */
const HARMLESS = [/Key used already or never filled/, /Message absent from node/]

/**
 * Baileys' log, of which nothing is kept: it holds keys and messages. Two lines are listened to, because they are the
 * only prompt signs of a message that could not be read: the event of one comes up to 30 s later, the other has none.
 *
 * @param onUnanswered gets the message's id before Baileys answers that it could not be read, harmless or not
 */
export function baileysLogger(
  onUnread: (message: UnreadMessage) => void,
  onUnanswered: (id: string) => void = () => {},
): Logger {
  const silent = () => {}
  const logger: Logger = {
    level: 'error',
    child: () => logger,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error(context, message) {
      if (message === 'failed to decrypt message') {
        const { err, author, key: named } = failureContext.parse(context)
        onUnanswered(named.id)
        if (HARMLESS.some((pattern) => pattern.test(err))) return
        const other = named.participantAlt ?? named.remoteJidAlt
        onUnread({ id: named.id, author, other, stopped: null, own: false })
      }
      if (message === 'error in handling message') {
        const { error, node } = handlingContext.parse(context)
        const attr = (name: string) => attributeIn(node, name)
        onUnanswered(attr('id') ?? '')
        const author = attr('participant') ?? attr('from') ?? ''
        const other =
          attr('participant_pn') ?? attr('participant_lid') ?? attr('sender_pn') ?? attr('sender_lid')
        onUnread({
          id: attr('id') ?? '',
          author,
          other,
          stopped: error,
          own: attr('recipient') !== undefined,
        })
      }
    },
  }
  return logger
}

/** An attribute of the first element in a stanza as Baileys prints it. */
function attributeIn(node: string, name: string): string | undefined {
  const [head = ''] = node.split('>', 1)
  return new RegExp(` ${name}='([^']*)'`).exec(head)?.[1]
}
