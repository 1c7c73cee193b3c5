import { bytesToNumber, child, childBytes, numberToBytes, stanza, type Stanza } from '../wire/stanza.ts'
import type { PreKeyBundle } from './signal-party.ts'

const KEY_TYPE = Buffer.from([5])

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

/** Reads a `<skey>`. Throws when a part of it is missing. */
export function readSignedPreKey(skey: Stanza | undefined): PreKeyBundle['signedPreKey'] {
  return {
    id: bytesToNumber(childBytes(skey, 'id')),
    public: childBytes(skey, 'value'),
    signature: childBytes(skey, 'signature'),
  }
}

/** Writes a bundle as those who ask for a device's keys are given it. */
export function bundleStanzas(bundle: PreKeyBundle): readonly Stanza[] {
  const { preKey } = bundle
  return [
    stanza('registration', {}, numberToBytes(bundle.registrationId, 4)),
    stanza('type', {}, KEY_TYPE),
    stanza('identity', {}, bundle.identity),
    signedPreKeyStanza(bundle.signedPreKey),
    ...(preKey ? [stanza('key', {}, [keyIdStanza(preKey.id), stanza('value', {}, preKey.public)])] : []),
  ]
}

/** The id of a one-time or signed key. */
export function keyIdStanza(id: number): Stanza {
  return stanza('id', {}, numberToBytes(id, 3))
}

function signedPreKeyStanza(key: PreKeyBundle['signedPreKey']): Stanza {
  return stanza('skey', {}, [
    keyIdStanza(key.id),
    stanza('value', {}, key.public),
    stanza('signature', {}, key.signature),
  ])
}
