import { randomBytes } from 'node:crypto'
import { deviceHandle, type DeviceHandle } from '../service/device-handle.ts'
import { setChatCap, setTimeLock } from '../service/limiting.ts'
import { link } from '../service/linking.ts'
import { unlink } from '../service/login.ts'
import { enterCode } from '../service/pairing-code.ts'
import { SERVER, stanza } from '../wire/stanza.ts'
import type { Account, PhonePlatform } from '../world/account.ts'
import type { TimeLock } from '../world/limits.ts'
import type { Registration } from '../world/registration.ts'
import { seconds, type World } from '../world/world.ts'
import type { Primary, ReceivedText } from './primary.ts'
import { readQr } from './qr.ts'

/** A linked device as the phone lists it. */
export interface LinkedDeviceEntry {
  /** 1 and up. */
  readonly id: number
  readonly jid: string
  /** Such as `Chrome (Mac OS)`. */
  readonly platform: string
  /** Milliseconds since the epoch. */
  readonly linkedAt: number
  readonly online: boolean
}

/** How a phone is set up; what is left out stays as it was. */
export interface PhoneOptions {
  readonly name?: string
  readonly platform?: PhonePlatform
  /** The verified name of a business. */
  readonly business?: string
  /** Digits of its LID: another account's on the same number has another one, a changed number keeps it. */
  readonly lid?: string
}

/** The owner's phone: scans, enters codes, writes, and unlinks. */
export interface Phone {
  readonly number: string
  readonly jid: string
  readonly lid: string
  /**
   * Scans the QR a client shows. Resolves once the client has signed the link and has been asked to
   * reconnect (515). Rejects, with a sentence, for text that is no WhatsApp QR, a reference that is unknown or
   * has expired with its connection, an ADV secret WhatsApp has retired, a phone without a free place, an
   * account that must confirm with a passkey, and a client that does not answer properly.
   */
  scan(qr: string): Promise<void>
  /** Enters the 8 characters a client shows, with or without a dash. Resolves and rejects as {@link scan}. */
  enterPairingCode(code: string): Promise<void>
  /** At most four, as on a real phone. */
  linkedDevices(): readonly LinkedDeviceEntry[]
  /** Removes a linked device: it is told 401 device_removed, and refused with 401 from then on. */
  unlink(deviceId: number): void
  /** The linked device with this id, or the newest one. Throws when there is none. */
  device(deviceId?: number): DeviceHandle
  /** Writes to a number from the phone; linked devices see it as an own message. Gives the message's id. */
  sendText(to: string, text: string): Promise<string>
  /** Texts that reached this phone, from its linked devices and from others. */
  received(): readonly ReceivedText[]
  /** Ids of messages that reached this phone and did not decrypt. */
  undecryptable(): readonly string[]
  /** Switches the phone off, so that it answers nothing (no receipt from device 0), or on again. */
  setOn(on: boolean): Promise<void>
  /** From now on linking asks for a passkey, which Baileys cannot give: the client is told, `scan` rejects. */
  requirePasskey(required: boolean): void
  /**
   * The next scan makes WhatsApp retire the ADV secret of the scanned QR (`companion_reg_refresh`) and rejects.
   * Only a QR of the same client with a fresh secret links after that.
   */
  requireRefresh(required: boolean): void
  /** WhatsApp spoils what the next scan sends, so that the client does not take the link; `scan` rejects. */
  spoilNextScan(spoil: boolean): void
  /** From now on the phone has no place for another linked device, as with four of them; `scan` rejects. */
  setFull(full: boolean): void
  /** Forbids the account new chats for a while, or allows them again with null; its linked devices are told of it. */
  setTimeLock(lock: TimeLock | null, told?: boolean): void
  /** The account has used up its new chats until then (milliseconds since the epoch), or with null it has not. */
  setChatCap(until: number | null): void
}

/** What an account asks of a client before it can be linked. */
export interface LinkingRules {
  passkey: boolean
  refresh: boolean
  full: boolean
  spoil: boolean
}

/** The phone in its owner's hand. */
export function phoneOf(world: World, primary: Primary, rules: LinkingRules): Phone {
  const { account } = primary
  const { number } = account
  return {
    number,
    jid: `${number}@s.whatsapp.net`,
    lid: `${account.lid}@lid`,
    scan: (qr) => scan(world, account, rules, qr),
    enterPairingCode: async (code) => {
      assertPlace(account, rules)
      if (rules.passkey) {
        const waiting = world.registrations.all().findLast((one) => one.code?.number === number)
        if (waiting) askForPasskey(world, waiting)
      }
      await enterCode(world, account, code)
    },
    linkedDevices: () =>
      [...account.devices.values()].map(({ id, jid, record, connection }) => ({
        id,
        jid,
        platform: record.platform,
        linkedAt: record.linkedAt,
        online: connection !== null,
      })),
    unlink: (deviceId) => unlink(world, findDevice(account, deviceId)),
    device: (deviceId) => deviceHandle(world, findDevice(account, deviceId)),
    sendText: (to, text) => primary.sendText(world.accounts.findOrCreate(to), text),
    received: () => primary.received,
    undecryptable: () => primary.undecryptable,
    setOn: (on) => primary.switch(on),
    requirePasskey: (required) => {
      rules.passkey = required
    },
    requireRefresh: (required) => {
      rules.refresh = required
    },
    spoilNextScan: (spoil) => {
      rules.spoil = spoil
    },
    setFull: (full) => {
      rules.full = full
    },
    setTimeLock: (lock, told = true) => setTimeLock(world, account, lock, told),
    setChatCap: (until) => setChatCap(world, account, until),
  }
}

async function scan(world: World, account: Account, rules: LinkingRules, text: string): Promise<void> {
  const qr = readQr(text)
  const registration = world.registrations.ofRef(qr.ref)
  if (!registration) throw new Error('this QR has expired, or no client shows it')
  if (!registration.noiseKey.equals(qr.noiseKey) || !qr.identity.equals(registration.keys.identity)) {
    throw new Error('this QR does not match the client that was given its reference')
  }
  assertPlace(account, rules)
  if (rules.passkey) askForPasskey(world, registration)
  if (rules.refresh) {
    rules.refresh = false
    refreshRegistration(world, registration, qr.advSecret)
  }
  if (registration.retiredSecrets.has(qr.advSecret.toString('base64'))) {
    throw new Error('WhatsApp has retired this QR; the client must show one with a fresh secret')
  }
  const { spoil } = rules
  rules.spoil = false
  await link(world, registration, account, spoil ? randomBytes(qr.advSecret.length) : qr.advSecret)
}

function assertPlace(account: Account, { full }: LinkingRules): void {
  if (full) throw new Error(`the phone ${account.number} already has 4 linked devices`)
}

function askForPasskey(world: World, registration: Registration): never {
  const options = Buffer.from(JSON.stringify({ challenge: randomBytes(32).toString('base64url') }))
  notify(world, registration, 'passkey_prologue_request', stanza('passkey_request_options', {}, options))
  throw new Error('this account must confirm linking with a passkey')
}

/** Tells a client that the ADV secret in its QR is retired. */
export function refreshRegistration(world: World, registration: Registration, advSecret: Buffer): void {
  registration.retiredSecrets.add(advSecret.toString('base64'))
  notify(world, registration, 'companion_reg_refresh', stanza('companion_reg_refresh'))
}

function notify(
  world: World,
  { connection }: Registration,
  type: string,
  content: ReturnType<typeof stanza>,
): void {
  const attrs = { from: SERVER, type, id: connection.nextId(), t: seconds(world) }
  connection.send(stanza('notification', attrs, [content]))
}

function findDevice(account: Account, deviceId: number | undefined) {
  const device = deviceId === undefined ? [...account.devices.values()].at(-1) : account.devices.get(deviceId)
  if (!device) throw new Error(`${account.number} has no linked device ${deviceId ?? ''}`.trim())
  return device
}
