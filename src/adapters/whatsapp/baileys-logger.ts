import { z } from 'zod'
import type { UserFacingSocketConfig } from '@whiskeysockets/baileys'

/** What Baileys says with that line; a shape that has changed still counts as a failure, of an unknown sender. */
const failureContext = z
  .object({
    err: z.instanceof(Error).transform((error) => error.message),
    sender: z.string(),
    key: z.object({ id: z.string().nullish() }),
  })
  .catch({ err: '', sender: '', key: {} })

type Logger = NonNullable<UserFacingSocketConfig['logger']>

/** Replays and empty envelopes: harmless, and no sign of a damaged session. */
const HARMLESS = [/Key used already or never filled/, /Message absent from node/]

/**
 * Baileys' log, of which nothing is kept: it holds keys and messages. One line is listened to, because it is the
 * only prompt sign of a message that could not be decrypted (the event comes up to 30 s later).
 *
 * @param onUnreadable gets the message's id before Baileys answers it, also where the failure is harmless
 */
export function baileysLogger(
  onDecryptFailure: (sender: string) => void,
  onUnreadable: (id: string) => void = () => {},
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
      if (message !== 'failed to decrypt message') return
      const { err, sender, key } = failureContext.parse(context)
      if (typeof key.id === 'string') onUnreadable(key.id)
      if (!HARMLESS.some((pattern) => pattern.test(err))) onDecryptFailure(sender)
    },
  }
  return logger
}
