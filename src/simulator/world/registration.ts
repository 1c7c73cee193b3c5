import type { Connection } from '../wire/connection.ts'
import type { Stanza } from '../wire/stanza.ts'
import type { DeviceKeys } from './linked-device.ts'

/** An unlinked client that waits to be scanned. It lives as long as its connection. */
export interface Registration {
  readonly connection: Connection
  readonly noiseKey: Buffer
  readonly keys: DeviceKeys
  /** As the phone would list it, such as `Chrome (Mac OS)`. */
  readonly platform: string
  /** The same as a number of `DeviceProps.PlatformType`. */
  readonly platformType: number
  /** The QR references it was given; any of them may be scanned. */
  readonly refs: readonly string[]
  /** What it asked to be linked with instead of a QR. */
  code: CodeRequest | null
  /** ADV secrets WhatsApp has retired: a QR that carries one cannot be linked. */
  readonly retiredSecrets: Set<string>
  /** Whether a phone is linking it at this moment. */
  busy: boolean
  /** The newest confirmation with a passkey that it was asked for. */
  ceremony: CeremonyDesk | null
}

/** Where a client that must confirm with a passkey is heard. */
export interface CeremonyDesk {
  /** Answers an `<iq>` of the confirmation. */
  readIq(iq: Stanza): void
  /** Takes an `<ack>`. */
  readAck(ack: Stanza): void
}

/** An unlinked client that wants to be linked with an 8-character code instead of a QR. */
export interface CodeRequest {
  /** The number of the phone that shall enter the code. */
  readonly number: string
  readonly ref: Buffer
  /** Salt, IV and encrypted ephemeral key of the client, as it sent them. */
  readonly wrapped: WrappedKey
  /** Takes the client's `companion_finish`. */
  finish: ((bundle: Stanza) => void) | null
}

/** A public key encrypted with a pairing code. */
export interface WrappedKey {
  readonly salt: Buffer
  readonly iv: Buffer
  readonly key: Buffer
}

/** The unlinked clients that are connected. */
export class Registrations {
  readonly #all = new Set<Registration>()

  all(): readonly Registration[] {
    return [...this.#all]
  }

  add(registration: Registration): void {
    this.#all.add(registration)
  }

  remove(registration: Registration): void {
    this.#all.delete(registration)
  }

  /** The client a QR reference was given to; `undefined` once its connection has closed. */
  ofRef(ref: string): Registration | undefined {
    return this.all().find(({ refs }) => refs.includes(ref))
  }
}
