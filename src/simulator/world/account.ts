import { createHash } from 'node:crypto'
import { SignalParty } from '../signal/signal-party.ts'
import { parseJid } from '../wire/stanza.ts'
import { LinkedDevice, type LinkedDeviceRecord } from './linked-device.ts'
import type { Limits } from './limits.ts'
import type { Owner } from './owner.ts'
import type { Passkey } from './passkey-key.ts'

/** The places a phone has for linked devices, as the real one. */
const LINKED_DEVICE_LIMIT = 4

/** What kind of app the phone runs: WhatsApp, or WhatsApp Business (`smba`, `smbi`). */
export type PhonePlatform = 'android' | 'iphone' | 'smba' | 'smbi'

/** What the registry keeps of an account. */
export interface AccountRecord {
  /** Digits, as `573007915262`. */
  readonly number: string
  name: string
  platform: PhonePlatform
  /** The verified name of a business, or `undefined`. */
  business: string | undefined
  nextDeviceId: number
  /** Digits of the name WhatsApp gives it instead of the number. */
  lid: string
}

/** A WhatsApp account: the phone's keys and the devices linked to it. */
export class Account implements Owner {
  readonly record: AccountRecord
  readonly party: SignalParty
  readonly devices = new Map<number, LinkedDevice>()
  readonly limits: Limits = { timeLock: null, cappedUntil: null }
  /** Those WhatsApp knows; the account may be asked for one of them whenever it links. */
  readonly passkeys: Passkey[] = []

  constructor(record: AccountRecord, party: SignalParty) {
    this.record = record
    this.party = party
  }

  get number(): string {
    return this.record.number
  }

  get lid(): string {
    return this.record.lid
  }

  get name(): string {
    return this.record.name
  }

  /** The id the next linked device shall have. It is not given out again, even if the link fails. */
  reserveDeviceId(): number {
    const id = this.record.nextDeviceId
    this.record.nextDeviceId += 1
    return id
  }

  /** Adds a linked device. Throws when the phone has no place left. */
  link(record: LinkedDeviceRecord): LinkedDevice {
    this.assertPlace()
    const device = new LinkedDevice(this, record)
    this.devices.set(device.id, device)
    return device
  }

  unlink(deviceId: number): void {
    this.devices.delete(deviceId)
  }

  /** Throws when the phone has no place for another linked device. */
  assertPlace(): void {
    if (this.devices.size >= LINKED_DEVICE_LIMIT) {
      throw new Error(`the phone ${this.number} already has ${LINKED_DEVICE_LIMIT} linked devices`)
    }
  }
}

/** All accounts the simulated WhatsApp knows. */
export class Accounts {
  readonly #byNumber = new Map<string, Account>()
  readonly #byLid = new Map<string, Account>()

  all(): readonly Account[] {
    return [...this.#byNumber.values()]
  }

  find(number: string): Account | undefined {
    return this.#byNumber.get(number)
  }

  /** The account with this number, made when there is none. Throws when `number` is not 7 to 15 digits. */
  findOrCreate(number: string): Account {
    const known = this.find(number)
    if (known) return known
    if (!/^[1-9]\d{6,14}$/.test(number)) throw new Error(`“${number}” is not a phone number in digits`)
    const record: AccountRecord = {
      number,
      name: `Teléfono ${number.slice(-4)}`,
      platform: 'android',
      business: undefined,
      nextDeviceId: 1,
      lid: lidOf(number),
    }
    return this.add(new Account(record, new SignalParty()))
  }

  add(account: Account): Account {
    this.#byNumber.set(account.number, account)
    this.#byLid.set(account.lid, account)
    return account
  }

  /** Calls an account by another LID from now on; whoever had it is no longer found by it. */
  rename(account: Account, lid: string): void {
    if (this.#byLid.get(account.lid) === account) this.#byLid.delete(account.lid)
    account.record.lid = lid
    this.#byLid.set(lid, account)
  }

  /** The account a personal JID names, by number or by LID. */
  ofJid(jid: string | undefined): Account | undefined {
    const address = parseJid(jid)
    if (!address) return undefined
    return (address.server === 'lid' ? this.#byLid : this.#byNumber).get(address.user)
  }

  /** The linked device a JID names; `undefined` for a phone and for a device that is not linked. */
  deviceOfJid(jid: string | undefined): LinkedDevice | undefined {
    const device = parseJid(jid)?.device
    return device === undefined ? undefined : this.ofJid(jid)?.devices.get(device)
  }
}

/** LIDs are opaque; deriving the first one from the number keeps tests readable. */
export function lidOf(number: string): string {
  const digits = createHash('sha256').update(number).digest().readBigUInt64BE().toString()
  return `1${digits.slice(-14).padStart(14, '0')}`
}
