import { SERVER, stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import { chatCapJson, type TimeLock, timeLockJson } from '../world/limits.ts'
import { seconds, type World } from '../world/world.ts'

/** Forbids an account new chats, or allows them again with null, and tells its linked devices unless told not to. */
export function setTimeLock(world: World, account: Account, lock: TimeLock | null, told: boolean): void {
  account.limits.timeLock = lock
  if (!told) return
  tell(world, account, 'NotificationUserReachoutTimelockUpdate', {
    xwa2_notify_account_reachout_timelock: timeLockJson(lock),
  })
}

/** Says that an account has used up its new chats until then, or with null that it has not, and tells its devices. */
export function setChatCap(world: World, account: Account, until: number | null): void {
  account.limits.cappedUntil = until
  tell(world, account, 'MessageCappingInfoNotification', {
    xwa2_notify_new_chat_messages_capping_info_update: chatCapJson(until),
  })
}

function tell(world: World, account: Account, name: string, data: object): void {
  for (const device of account.devices.values()) {
    const attrs = { from: SERVER, type: 'mex', id: `mex.${name}.${world.now()}`, t: seconds(world) }
    const update = stanza('update', { op_name: name }, Buffer.from(JSON.stringify({ data })))
    device.mailbox.post(stanza('notification', attrs, [update]))
  }
}
