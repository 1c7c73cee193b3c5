import {
  type BinaryNode,
  getBinaryNodeChild,
  NewChatMessageCappingStatusType,
  ReachoutTimelockEnforcementType,
  type WASocket,
} from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { Restriction, RestrictionKind } from '../../contract/restriction.ts'
import type { SocketEvent } from '../../engine/ports.ts'

/** WhatsApp's word for "no new chats": the error on a message that would have begun one. */
const NO_NEW_CHATS = '463'

/** Unix seconds, written as a number or as its digits; absent, empty and 0 stand for no time. */
const seconds = z.union([z.number(), z.string().regex(/^\d*$/).transform(Number)]).nullish()

const timeLock = z.object({
  is_active: z.boolean(),
  time_enforcement_ends: seconds,
  enforcement_type: z.string().nullish(),
})
const chatCap = z.object({ capping_status: z.string().nullish(), cycle_end_timestamp: seconds })

/** What comes unasked. `data` has other members where it is about something else. */
const notice = z.object({
  data: z.object({
    xwa2_notify_account_reachout_timelock: timeLock.optional(),
    xwa2_notify_new_chat_messages_capping_info_update: chatCap.optional(),
  }),
})

type Tell = (event: Extract<SocketEvent, { type: 'restriction' }>) => void

/**
 * Listens for what WhatsApp does not allow the account: as it is told, and asked for after a message was refused for
 * it. The stanza is read here and at once: Baileys works through notifications one behind the other, and a removal that
 * follows within milliseconds, and ends all telling, does not wait for them.
 */
export function listenForRestrictions(sock: WASocket, tell: Tell): void {
  sock.ws.on('CB:notification,type:mex', (node: BinaryNode) => {
    const heard = notice.safeParse(jsonIn(getBinaryNodeChild(node, 'update')))
    if (!heard.success) return
    const { data } = heard.data
    const lock = data.xwa2_notify_account_reachout_timelock
    const cap = data.xwa2_notify_new_chat_messages_capping_info_update
    if (lock) tell({ type: 'restriction', sort: 'time-lock', restriction: asLock(lock) })
    if (cap) tell({ type: 'restriction', sort: 'chat-cap', restriction: asCap(cap) })
  })

  // Baileys means to ask after this error, but its branch for it is never reached (`handleBadAck`).
  let asking = false
  sock.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => {
    if (attrs['error'] !== NO_NEW_CHATS || asking) return
    asking = true
    void ask(sock, tell)
      .catch(() => {})
      .finally(() => (asking = false))
  })
}

async function ask(sock: WASocket, tell: Tell): Promise<void> {
  const { isActive, timeEnforcementEnds, enforcementType } = await sock.fetchAccountReachoutTimelock()
  const until = timeEnforcementEnds?.getTime() ?? null
  const restriction = isActive === true ? { kind: kindOf(enforcementType), until } : null
  tell({ type: 'restriction', sort: 'time-lock', restriction })
  const cap = chatCap.safeParse(await sock.fetchNewChatMessageCap())
  if (cap.success) tell({ type: 'restriction', sort: 'chat-cap', restriction: asCap(cap.data) })
}

function asLock(lock: z.infer<typeof timeLock>): Restriction | null {
  if (!lock.is_active) return null
  return { kind: kindOf(lock.enforcement_type), until: timeIn(lock.time_enforcement_ends) }
}

/** Its first and second warning leave the account free to write. */
function asCap(cap: z.infer<typeof chatCap>): Restriction | null {
  const isUsedUp = cap.capping_status === NewChatMessageCappingStatusType.CAPPED
  return isUsedUp ? { kind: 'chat-cap', until: timeIn(cap.cycle_end_timestamp) } : null
}

function kindOf(enforcement: string | null | undefined): RestrictionKind {
  if (enforcement === ReachoutTimelockEnforcementType.WEB_COMPANION_ONLY) return 'linked-devices'
  return enforcement?.startsWith('BIZ_COMMERCE_VIOLATION') ? 'sales-rules' : 'new-chats'
}

function timeIn(time: z.infer<typeof seconds>): number | null {
  return time ? time * 1000 : null
}

function jsonIn(node: BinaryNode | undefined): unknown {
  const content = node?.content
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return null
  try {
    return JSON.parse(Buffer.from(content).toString())
  } catch {
    return null
  }
}
