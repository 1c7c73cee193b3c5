import type { PreKeyBundle } from '../signal/signal-party.ts'
import type { Connection } from '../wire/connection.ts'
import { lidJid, numberJid, SERVER, stanza } from '../wire/stanza.ts'
import { Mailbox } from './mailbox.ts'
import type { Owner } from './owner.ts'

/** A client asks the server for more pre-keys once it holds fewer than this. */
const PRE_KEYS_LOW = 5

/** The keys a device publishes; public keys are 32 bytes. */
export interface DeviceKeys {
  registrationId: number
  readonly identity: Uint8Array
  signedPreKey: PreKeyBundle['signedPreKey']
  /** One-time keys not yet given away, by id, in the order they are given. */
  readonly preKeys: Map<number, Uint8Array>
}

/** What the registry keeps of a linked device. */
export interface LinkedDeviceRecord {
  /** 1 and up; 0 is the phone. Never used twice by an account. */
  readonly id: number
  /** The static Noise key it must log in with. */
  readonly noiseKey: Uint8Array
  readonly keys: DeviceKeys
  /** As the phone lists it, such as `Chrome (Mac OS)`. */
  readonly platform: string
  /** Milliseconds since the epoch. */
  readonly linkedAt: number
  /** Whether the phone has sent its history and keys. */
  welcomed: boolean
}

/** A login the server refuses: with this reason, this many times. */
export interface LoginFailure {
  readonly reason: number
  times: number
}

/** A linked device as the server sees it: its record, its mailbox, and its connection if it is online. */
export class LinkedDevice {
  readonly owner: Owner
  readonly record: LinkedDeviceRecord
  readonly mailbox = new Mailbox()
  connection: Connection | null = null
  loginFailure: LoginFailure | null = null
  /** WhatsApp's number for why it passes on no message of this device, such as 463 or 479. */
  messageRefusal: number | null = null
  /** Whether WhatsApp takes more one-time keys. */
  takesPreKeys = true
  #lowKeysTold = false
  #lastId = 0

  constructor(owner: Owner, record: LinkedDeviceRecord) {
    this.owner = owner
    this.record = record
  }

  get id(): number {
    return this.record.id
  }

  get jid(): string {
    return numberJid(this.owner.number, this.id)
  }

  get lidJid(): string {
    return lidJid(this.owner.lid, this.id)
  }

  /** The name sessions with this device go by. */
  get peer(): string {
    return `${this.owner.number}:${this.id}`
  }

  /** Publishes more one-time keys. */
  publish(keys: Omit<DeviceKeys, 'identity'>): void {
    this.record.keys.registrationId = keys.registrationId
    this.record.keys.signedPreKey = keys.signedPreKey
    for (const [id, key] of keys.preKeys) this.record.keys.preKeys.set(id, key)
    if (this.record.keys.preKeys.size >= PRE_KEYS_LOW) this.#lowKeysTold = false
  }

  /** Gives away the keys for one session; a one-time key is used up. Tells the device when few are left. */
  takeBundle(now: number): PreKeyBundle {
    const { registrationId, identity, signedPreKey, preKeys } = this.record.keys
    const [next] = preKeys
    if (!next) return { registrationId, identity, signedPreKey }
    const [id, key] = next
    preKeys.delete(id)
    if (preKeys.size < PRE_KEYS_LOW && !this.#lowKeysTold) this.#tellKeysLow(now)
    return { registrationId, identity, signedPreKey, preKey: { id, public: key } }
  }

  #tellKeysLow(now: number): void {
    this.#lowKeysTold = true
    this.#lastId += 1
    const attrs = {
      from: SERVER,
      type: 'encrypt',
      id: `keys.${now}.${this.#lastId}`,
      t: Math.floor(now / 1000),
    }
    this.mailbox.post(
      stanza('notification', attrs, [stanza('count', { value: this.record.keys.preKeys.size })]),
    )
  }
}
