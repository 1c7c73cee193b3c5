import { createHash } from 'node:crypto'
import type { PreKeyBundle } from '../signal/signal-party.ts'
import {
  bytesToNumber,
  child,
  childBytes,
  childrenOf,
  firstChildTag,
  numberToBytes,
  parseJid,
  stanza,
  type Stanza,
} from '../wire/stanza.ts'
import type { DeviceKeys, LinkedDevice } from '../world/linked-device.ts'
import type { World } from '../world/world.ts'

const KEY_TYPE = Buffer.from([5])

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

/** Reads the keys a device sends along with a retry receipt; `undefined` when it sends none. */
export function readBundle(parent: Stanza): PreKeyBundle | undefined {
  const keys = child(parent, 'keys')
  if (!keys) return undefined
  const bundle = {
    registrationId: bytesToNumber(childBytes(parent, 'registration')),
    identity: childBytes(keys, 'identity'),
    signedPreKey: readSignedPreKey(child(keys, 'skey')),
  }
  const key = child(keys, 'key')
  if (!key) return bundle
  return { ...bundle, preKey: { id: bytesToNumber(childBytes(key, 'id')), public: childBytes(key, 'value') } }
}

function readSignedPreKey(skey: Stanza | undefined): PreKeyBundle['signedPreKey'] {
  return {
    id: bytesToNumber(childBytes(skey, 'id')),
    public: childBytes(skey, 'value'),
    signature: childBytes(skey, 'signature'),
  }
}

/** The bundles asked for; a phone gives its own, a linked device gives what it published. */
function bundles(world: World, request: Stanza | undefined): readonly Stanza[] {
  return childrenOf(request, 'user').map(({ attrs: { jid } }) => {
    const account = world.accounts.ofJid(jid)
    const device = world.accounts.deviceOfJid(jid)
    const known = account && (device || parseJid(jid)?.device === 0)
    if (!known) return stanza('user', { jid }, [stanza('error', { code: 404, text: 'item-not-found' })])
    world.changed('soon')
    return bundleStanza(jid, device ? device.takeBundle(world.now()) : account.party.bundle())
  })
}

function bundleStanza(jid: string | undefined, bundle: PreKeyBundle): Stanza {
  const { preKey } = bundle
  return stanza('user', { jid }, [
    stanza('registration', {}, numberToBytes(bundle.registrationId, 4)),
    stanza('type', {}, KEY_TYPE),
    stanza('identity', {}, bundle.identity),
    signedPreKeyStanza(bundle.signedPreKey),
    ...(preKey ? [stanza('key', {}, [keyId(preKey.id), stanza('value', {}, preKey.public)])] : []),
  ])
}

function digest(keys: DeviceKeys): Stanza {
  const hash = createHash('sha1').update(keys.identity).update(keys.signedPreKey.public)
  for (const key of keys.preKeys.values()) hash.update(key)
  return stanza('digest', {}, [
    stanza('registration', {}, numberToBytes(keys.registrationId, 4)),
    stanza('type', {}, KEY_TYPE),
    stanza('identity', {}, keys.identity),
    signedPreKeyStanza(keys.signedPreKey),
    stanza('list', {}, [...keys.preKeys.keys()].map(keyId)),
    stanza('hash', {}, hash.digest()),
  ])
}

function signedPreKeyStanza(key: PreKeyBundle['signedPreKey']): Stanza {
  return stanza('skey', {}, [
    keyId(key.id),
    stanza('value', {}, key.public),
    stanza('signature', {}, key.signature),
  ])
}

function keyId(id: number): Stanza {
  return stanza('id', {}, numberToBytes(id, 3))
}
