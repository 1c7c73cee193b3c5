import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { SignalParty, type SerializedSession } from '../signal/signal-party.ts'
import { Account, type Accounts, lidOf } from './account.ts'
import { LinkedDevice } from './linked-device.ts'
import { Passkey } from './passkey-key.ts'

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'))
const keyPair = z.object({ private: bytes, public: bytes })
const signedPreKey = z.object({ id: z.int(), public: bytes, signature: bytes })

const session = z.custom<SerializedSession>((value) => typeof value === 'object' && value !== null)

const device = z.object({
  id: z.int(),
  noiseKey: bytes,
  platform: z.string(),
  linkedAt: z.number(),
  welcomed: z.boolean(),
  keys: z.object({
    registrationId: z.int(),
    identity: bytes,
    signedPreKey,
    preKeys: z.array(z.tuple([z.int(), bytes])).transform((entries) => new Map(entries)),
  }),
})

const passkey = z
  .object({
    credentialId: z.string(),
    privateKey: z.base64(),
    userHandle: z.string(),
    rpId: z.string(),
    signCount: z.int(),
  })
  .transform((record) => new Passkey(record))

const account = z.object({
  number: z.string(),
  name: z.string(),
  platform: z.enum(['android', 'iphone', 'smba', 'smbi']),
  business: z.string().optional(),
  nextDeviceId: z.int(),
  lid: z.string().optional(),
  devices: z.array(device),
  passkeys: z.array(passkey).default([]),
  party: z.object({
    registrationId: z.int(),
    identity: keyPair,
    signedPreKey: z.object({ keyPair, signature: bytes, keyId: z.int() }),
    preKeys: z.array(z.tuple([z.int(), keyPair])),
    nextPreKeyId: z.int(),
    sessions: z.array(z.tuple([z.string(), session])),
  }),
})

const file = z.object({ version: z.literal(1), accounts: z.array(account) })

/**
 * Reads accounts and linked devices. A missing file is an empty world; a damaged one is set aside under
 * `<path>.damaged-<time>` and the world starts fresh. Throws only when the disk refuses.
 */
export function readStateFile(path: string, accounts: Accounts, now: number): void {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  const state = parse(text)
  if (!state) {
    renameSync(path, `${path}.damaged-${now}`)
    return
  }
  for (const { devices, passkeys, party, business, lid, ...rest } of state.accounts) {
    const record = { ...rest, business, lid: lid ?? lidOf(rest.number) }
    const restored = accounts.add(new Account(record, new SignalParty(party)))
    restored.passkeys.push(...passkeys)
    for (const linked of devices) restored.devices.set(linked.id, new LinkedDevice(restored, linked))
  }
}

function parse(text: string): z.infer<typeof file> | null {
  try {
    return file.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Writes accounts and linked devices: all of it or nothing, and on the disk before it returns. */
export function writeStateFile(path: string, accounts: Accounts): void {
  const state = {
    version: 1,
    accounts: accounts.all().map(({ record, party, devices, passkeys }) => ({
      ...record,
      party: party.state(),
      passkeys: passkeys.map((known) => known.record),
      devices: [...devices.values()].map(({ record: { keys, ...rest } }) => ({
        ...rest,
        keys: { ...keys, preKeys: [...keys.preKeys] },
      })),
    })),
  }
  const draft = `${path}.draft`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(handle, JSON.stringify(state, bytesAsText))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, path)
}

/** JSON.stringify calls a Buffer's `toJSON` first, so the original value is looked up on its holder. */
function bytesAsText(this: object, key: string, value: unknown): unknown {
  const original: unknown = Reflect.get(this, key)
  return original instanceof Uint8Array ? Buffer.from(original).toString('base64') : value
}
