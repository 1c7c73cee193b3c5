import { randomBytes } from 'node:crypto'
import { Curve, generateSignalPubKey, hmacSign, proto } from '@whiskeysockets/baileys'
import { verifySignature } from 'libsignal/src/curve.js'
import type { Connection } from '../wire/connection.ts'
import { bytesToNumber, child, childBytes, lidJid, numberJid, stanza } from '../wire/stanza.ts'
import type { ClientFinish } from '../wire/transport.ts'
import type { Account } from '../world/account.ts'
import type { DeviceKeys, LinkedDevice } from '../world/linked-device.ts'
import type { Registration } from '../world/registration.ts'
import { seconds, type World } from '../world/world.ts'

const ACCOUNT_SIGNATURE = Buffer.from([6, 0])
const DEVICE_SIGNATURE = Buffer.from([6, 1])

/** Takes in an unlinked client and sends it its QR references. Throws when its keys are malformed. */
export function register(world: World, connection: Connection, client: ClientFinish): Registration {
  const refs = Array.from({ length: world.settings.qrRefs }, () => `2@${randomBytes(96).toString('base64')}`)
  const device = proto.DeviceProps.decode(client.payload.devicePairingData?.deviceProps ?? Buffer.alloc(0))
  const registration: Registration = {
    connection,
    noiseKey: client.noiseKey,
    keys: readKeys(client.payload.devicePairingData),
    platform: nameOf(device),
    platformType: device.platformType ?? 0,
    refs,
    code: null,
    retiredSecrets: new Set(),
    busy: false,
    ceremony: null,
  }
  world.registrations.add(registration)
  const children = refs.map((ref) => stanza('ref', {}, Buffer.from(ref)))
  void connection.ask(stanza('pair-device', {}, children))
  return registration
}

/**
 * Links a client to an account with the secret its QR or code gave the phone: sends the account's signed
 * identity, checks the client's answer, and asks it to reconnect (515). Rejects, linking nothing, when the
 * phone has no place or the client does not answer properly.
 */
export async function link(
  world: World,
  registration: Registration,
  account: Account,
  advSecret: Uint8Array,
): Promise<LinkedDevice> {
  account.assertPlace()
  if (registration.busy) throw new Error('this client is being linked already')
  registration.busy = true
  try {
    const { connection, keys } = registration
    const id = account.reserveDeviceId()
    const details = proto.ADVDeviceIdentity.encode({
      rawId: randomBytes(4).readUInt32BE(),
      timestamp: seconds(world),
      keyIndex: id,
    }).finish()
    const byLid = world.settings.linkedAs === 'lid'
    const answer = await connection.ask(pairSuccess(registration, account, id, details, advSecret, byLid), {
      t: seconds(world),
    })
    if (!answer) throw new Error('the client closed the connection instead of confirming the link')
    assertDeviceSignature(answer, details, keys.identity, account.party.identity.public)
    const { noiseKey, platform } = registration
    const device = account.link({ id, noiseKey, keys, platform, linkedAt: world.now(), welcomed: false })
    world.changed('now')
    const restart = () => connection.end(stanza('stream:error', { code: 515 }))
    const { restartDelayMs } = world.settings
    if (restartDelayMs === 0) restart()
    else setTimeout(restart, restartDelayMs).unref()
    return device
  } finally {
    registration.busy = false
  }
}

function pairSuccess(
  registration: Registration,
  account: Account,
  id: number,
  details: Uint8Array,
  advSecret: Uint8Array,
  byLid: boolean,
) {
  const { identity } = account.party
  const toSign = Buffer.concat([ACCOUNT_SIGNATURE, details, registration.keys.identity])
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: identity.public,
    accountSignature: Curve.sign(identity.private, toSign),
  }).finish()
  const sealed = proto.ADVSignedDeviceIdentityHMAC.encode({
    details: signed,
    hmac: hmacSign(signed, advSecret),
  }).finish()
  const { business, platform } = account.record
  const lid = lidJid(account.lid, id)
  return stanza('pair-success', {}, [
    stanza('device-identity', {}, sealed),
    stanza('device', { jid: byLid ? lid : numberJid(account.number, id), lid }),
    stanza('platform', { name: platform }),
    ...(business === undefined ? [] : [stanza('biz', { name: business })]),
  ])
}

function assertDeviceSignature(
  answer: Parameters<typeof child>[0],
  details: Uint8Array,
  identity: Uint8Array,
  accountKey: Uint8Array,
): void {
  const signed = proto.ADVSignedDeviceIdentity.decode(
    childBytes(child(answer, 'pair-device-sign'), 'device-identity'),
  )
  const message = Buffer.concat([DEVICE_SIGNATURE, details, identity, accountKey])
  const key = Buffer.from(generateSignalPubKey(identity))
  // Baileys' Curve.verify accepts any signature of the right length; libsignal's own answer is the truth.
  if (!signed.deviceSignature || !verifySignature(key, message, signed.deviceSignature)) {
    throw new Error('the client did not sign the link with its identity key')
  }
}

type PairingData = proto.ClientPayload['devicePairingData']

function readKeys(data: PairingData): DeviceKeys {
  if (!data?.eRegid || !data.eIdent || !data.eSkeyId || !data.eSkeyVal || !data.eSkeySig) {
    throw new Error('the client asked to be linked without its keys')
  }
  return {
    registrationId: bytesToNumber(data.eRegid),
    identity: data.eIdent,
    signedPreKey: { id: bytesToNumber(data.eSkeyId), public: data.eSkeyVal, signature: data.eSkeySig },
    preKeys: new Map(),
  }
}

function nameOf({ platformType, os }: proto.DeviceProps): string {
  const name = proto.DeviceProps.PlatformType[platformType ?? 0] ?? 'UNKNOWN'
  return `${name.charAt(0)}${name.slice(1).toLowerCase()} (${os ?? '?'})`
}
