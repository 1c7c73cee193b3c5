import type { PasskeyAssertion } from '../service/passkey-assertion.ts'
import type { CeremonyView } from '../service/passkey-ceremony.ts'
import type { PasskeyHappening, PasskeyRules, PasskeyStep } from '../service/passkey-rules.ts'
import { deviceHandle, type DeviceHandle } from '../service/device-handle.ts'
import { setChatCap, setTimeLock } from '../service/limiting.ts'
import { unlink } from '../service/login.ts'
import type { Account, PhonePlatform } from '../world/account.ts'
import type { TimeLock } from '../world/limits.ts'
import type { PasskeyKey } from '../world/passkey-key.ts'
import type { World } from '../world/world.ts'
import type { Primary, ReceivedText } from './primary.ts'
import { enterPairingCode, scan, type LinkingRules } from './phone-linking.ts'
import type { PhonePasskeys } from './phone-passkeys.ts'

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
   * has expired with its connection, an ADV secret WhatsApp has retired, a phone without a free place, and a client
   * that does not answer properly. Where the account asks for a passkey, all of that confirmation lies between: it
   * rejects where the client closes the connection before the end of it, or the owner denies the code.
   *
   * @param onPasskey the client has just been asked for the passkey
   */
  scan(qr: string, onPasskey?: () => void): Promise<void>
  /** Enters the 8 characters a client shows, with or without a dash. Resolves and rejects as {@link scan}. */
  enterPairingCode(code: string, onPasskey?: () => void): Promise<void>
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
  /** From now on linking asks for a passkey, or not. The account has one by then. */
  requirePasskey(required: boolean): void
  /** How the account confirms with a passkey; what is changed counts at once. */
  readonly passkeyRules: PasskeyRules
  /** The account's passkey, made and made known to WhatsApp when there is none. */
  passkey(): PasskeyKey
  /** Makes another passkey of the account. */
  addPasskey(): PasskeyKey
  /** Signs WebAuthn's request options (JSON) as an authenticator with the account's passkeys. Throws where it cannot. */
  signPasskey(options: string): PasskeyAssertion
  /** Lets something happen the next times (default: once) that a confirmation with a passkey comes to this step. */
  atPasskeyStep(step: PasskeyStep, happening: PasskeyHappening, times?: number): void
  /** How far the newest confirmation with a passkey is; null when there was none. */
  ceremony(): CeremonyView | null
  /** The owner finds the same code on phone and computer. Throws when there is nothing to compare, as with a proof. */
  confirmCode(): void
  /** The owner finds another code, and {@link scan} rejects. Throws when there is nothing to compare. */
  denyCode(): void
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

/** The phone in its owner's hand. */
export function phoneOf(world: World, primary: Primary, rules: LinkingRules, passkeys: PhonePasskeys): Phone {
  const { account } = primary
  const { number } = account
  return {
    number,
    jid: `${number}@s.whatsapp.net`,
    lid: `${account.lid}@lid`,
    scan: (qr, onPasskey) => scan(world, account, rules, passkeys, qr, onPasskey),
    enterPairingCode: (code, onPasskey) => enterPairingCode(world, account, rules, passkeys, code, onPasskey),
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
    requirePasskey: (required) => passkeys.require(required),
    passkeyRules: passkeys.rules,
    passkey: () => passkeys.key(),
    addPasskey: () => passkeys.add(),
    signPasskey: (options) => passkeys.sign(options),
    atPasskeyStep: (step, happening, times = 1) => passkeys.happenings.arrange(step, happening, times),
    ceremony: () => passkeys.ceremony?.view ?? null,
    confirmCode: () => passkeys.newest().confirmCode(),
    denyCode: () => passkeys.newest().denyCode(),
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

function findDevice(account: Account, deviceId: number | undefined) {
  const device = deviceId === undefined ? [...account.devices.values()].at(-1) : account.devices.get(deviceId)
  if (!device) throw new Error(`${account.number} has no linked device ${deviceId ?? ''}`.trim())
  return device
}
