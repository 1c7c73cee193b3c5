import { createHash } from 'node:crypto'
import { bundleStanzas, keyIdStanza, readSignedPreKey } from '../signal/key-stanzas.ts'
import {
  bytesToNumber,
  child,
  childBytes,
  childrenOf,
  firstChildTag,
  parseJid,
  stanza,
  type Stanza,
} from '../wire/stanza.ts'
import type { DeviceKeys, LinkedDevice } from '../world/linked-device.ts'
import type { World } from '../world/world.ts'

/** Answers an `<iq xmlns="encrypt">`: a device's own keys, or those of somebody it wants to write to. */
export function answerKeyQuery(world: World, device: LinkedDevice, iq: Stanza): void {
  const connection = device.connection
  if (!connection) return
  const { keys } = device.record
  switch (firstChildTag(iq)) {
    case 'count':
      return connection.answer(iq, [stanza('count', { value: keys.preKeys.size })])
    case 'digest':
      return connection.answer(iq, [digest(keys)])
    case 'key':
      return connection.answer(iq, [stanza('list', {}, bundles(world, child(iq, 'key')))])
    case 'rotate':
      keys.signedPreKey = readSignedPreKey(child(child(iq, 'rotate'), 'skey'))
      world.changed('soon')
      return connection.answer(iq)
    default:
      if (!device.takesPreKeys) return connection.refuse(iq, 406, 'not-acceptable')
      publish(device, iq)
      world.changed('soon')
      return connection.answer(iq)
  }
}

function publish(device: LinkedDevice, iq: Stanza): void {
  const preKeys = new Map<number, Uint8Array>()
  for (const key of childrenOf(child(iq, 'list'), 'key')) {
    preKeys.set(bytesToNumber(childBytes(key, 'id')), childBytes(key, 'value'))
  }
  device.publish({
    registrationId: bytesToNumber(childBytes(iq, 'registration')),
    signedPreKey: readSignedPreKey(child(iq, 'skey')),
    preKeys,
  })
}

/** The bundles asked for; a phone gives its own, a linked device gives what it published. */
function bundles(world: World, request: Stanza | undefined): readonly Stanza[] {
  return childrenOf(request, 'user').map(({ attrs: { jid } }) => {
    const account = world.accounts.ofJid(jid)
    const device = world.accounts.deviceOfJid(jid)
    const known = account && (device || parseJid(jid)?.device === 0)
    if (!known) return stanza('user', { jid }, [stanza('error', { code: 404, text: 'item-not-found' })])
    world.changed('soon')
    const bundle = device ? device.takeBundle(world.now()) : account.party.bundle()
    return stanza('user', { jid }, bundleStanzas(bundle))
  })
}

function digest(keys: DeviceKeys): Stanza {
  const hash = createHash('sha1').update(keys.identity).update(keys.signedPreKey.public)
  for (const key of keys.preKeys.values()) hash.update(key)
  return stanza('digest', {}, [
    ...bundleStanzas(keys),
    stanza('list', {}, [...keys.preKeys.keys()].map(keyIdStanza)),
    stanza('hash', {}, hash.digest()),
  ])
}
