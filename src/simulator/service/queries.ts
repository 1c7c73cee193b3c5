import { child, childrenOf, firstChildTag, stanza, type Stanza } from '../wire/stanza.ts'
import { chatCapJson, timeLockJson } from '../world/limits.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import type { World } from '../world/world.ts'
import { answerKeyQuery } from './key-queries.ts'
import { becomeActive, unlink } from './login.ts'
import { usync } from './usync.ts'

/** Answers an `<iq>` of a linked device. What the simulator does not know gets an empty result. */
export function answerQuery(world: World, device: LinkedDevice, iq: Stanza): void {
  const connection = device.connection
  if (!connection || (iq.attrs['type'] !== 'get' && iq.attrs['type'] !== 'set')) return
  const answer = (...content: readonly Stanza[]): void => connection.answer(iq, content)
  const question = firstChildTag(iq)
  switch (iq.attrs['xmlns']) {
    case 'encrypt':
      return answerKeyQuery(world, device, iq)
    case 'usync':
      return answer(usync(world, child(iq, 'usync')))
    case 'abt':
      return answer(stanza('props', { protocol: 1, hash: 'simulator', refresh: 86_400 }))
    case 'privacy':
      return question === 'privacy' ? answer(privacySettings()) : answer()
    case 'blocklist':
      return answer(stanza('list', { matched: 'false' }))
    case 'w:sync:app:state':
      return answer(appState(child(iq, 'sync')))
    case 'w:mex':
      return answer(stanza('result', {}, Buffer.from(JSON.stringify({ data: limitsOf(device) }))))
    case 'w:profile:picture':
      return connection.refuse(iq, 404, 'item-not-found')
    case 'w:m':
      return connection.refuse(iq, 501, 'feature-not-implemented')
    case 'passive':
      answer()
      if (question === 'active') becomeActive(world, device)
      return
    case 'md':
      answer()
      if (question === 'remove-companion-device') removeDevice(world, device, child(iq, question))
      return
    default:
      return answer()
  }
}

function limitsOf({ owner: { limits } }: LinkedDevice): object {
  return {
    xwa2_fetch_account_reachout_timelock: timeLockJson(limits.timeLock),
    xwa2_message_capping_info: chatCapJson(limits.cappedUntil),
  }
}

/** A device may remove itself, or another device of its account. */
function removeDevice(world: World, asking: LinkedDevice, request: Stanza | undefined): void {
  const target = world.accounts.deviceOfJid(request?.attrs['jid'])
  if (target?.owner === asking.owner) unlink(world, target)
}

function privacySettings(): Stanza {
  const names = ['readreceipts', 'profile', 'status', 'online', 'last', 'groupadd', 'calladd', 'messages']
  const categories = names.map((name) => stanza('category', { name, value: 'all' }))
  return stanza('privacy', {}, categories)
}

/** The account has no synchronised state: every collection is as new as the client's. */
function appState(sync: Stanza | undefined): Stanza {
  const collections = childrenOf(sync, 'collection').map(({ attrs }) =>
    stanza('collection', { name: attrs['name'], version: attrs['version'] ?? 0 }),
  )
  return stanza('sync', {}, collections)
}
