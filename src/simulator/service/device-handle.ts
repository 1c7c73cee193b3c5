import { SERVER, stanza } from '../wire/stanza.ts'
import { type LinkedDevice } from '../world/linked-device.ts'
import type { World } from '../world/world.ts'
import { unlink } from './login.ts'

/** What may be done to one linked device, and what the server knows of it. */
export interface DeviceHandle {
  readonly id: number
  readonly jid: string
  readonly number: string
  /** Whether it is logged in at this moment. */
  readonly online: boolean
  /** One-time keys the server still holds. */
  readonly preKeys: number
  /** Stanzas it has not acknowledged. */
  readonly waiting: number
  /** Ends the connection with `<stream:error code>`: 401, 403, 500, 503, 515 or any other number. */
  streamError(code: number): void
  /** Ends it with `<conflict type="replaced">`, as when the same credentials are opened elsewhere. */
  conflict(): void
  /** Ends it with a `<stream:error>` that names no code Baileys knows (it makes 500 of it). */
  unknownStreamError(): void
  /** Ends it with `<failure reason>` in mid-session. */
  failure(reason: number): void
  /** Ends it with `<xmlstreamend>`. */
  endStream(): void
  /** Ends it with `<ib><downgrade_webclient>`: the account has left multi-device (411). */
  downgrade(): void
  /** Says bytes as if they were a stanza's, its first byte (2: compressed) included. */
  sayEncoded(bytes: Uint8Array): void
  /** Says bytes as they are, where a frame would be. */
  sayRaw(bytes: Uint8Array): void
  /** Cuts the TCP link without a word. */
  dropTcp(): void
  /** Stops reading and answering while TCP stays open. */
  halfOpen(): void
  /** Refuses the next `times` logins (default: all until cleared) with this reason; `null` clears. */
  refuseLogins(reason: number | null, times?: number): void
  /** Answers every message it sends with this error, such as 463 or 479, and passes none on; `null` clears. */
  refuseMessages(error: number | null): void
  /** From now on more one-time keys are refused (406), or taken. */
  refusePreKeys(refused: boolean): void
  /** Takes away one-time keys until `left` remain, as people do who write to it. */
  spendPreKeys(left: number): void
  /** As if the owner had removed it on the phone. */
  unlink(): void
}

/** The handle of a linked device. What needs a connection does nothing while the device is offline. */
export function deviceHandle(world: World, device: LinkedDevice): DeviceHandle {
  const end = (goodbye: ReturnType<typeof stanza>): void => device.connection?.end(goodbye)
  return {
    id: device.id,
    jid: device.jid,
    number: device.owner.number,
    get online() {
      return device.connection !== null
    },
    get preKeys() {
      return device.record.keys.preKeys.size
    },
    get waiting() {
      return device.mailbox.waiting
    },
    streamError: (code) => end(stanza('stream:error', { code })),
    conflict: () => end(stanza('stream:error', {}, [stanza('conflict', { type: 'replaced' })])),
    unknownStreamError: () => end(stanza('stream:error', {}, [stanza('system-shutdown')])),
    failure: (reason) => end(stanza('failure', { reason, location: 'sim' })),
    endStream: () => end(stanza('xmlstreamend')),
    downgrade: () => end(stanza('ib', { from: SERVER }, [stanza('downgrade_webclient')])),
    sayEncoded: (bytes) => device.connection?.sendEncoded(() => bytes),
    sayRaw: (bytes) => device.connection?.sendRaw(bytes),
    dropTcp: () => device.connection?.drop(),
    halfOpen: () => device.connection?.halfOpen(),
    refuseLogins: (reason, times = Infinity) => {
      device.loginFailure = reason === null ? null : { reason, times }
    },
    refuseMessages: (error) => {
      device.messageRefusal = error
    },
    refusePreKeys: (refused) => {
      device.takesPreKeys = !refused
    },
    spendPreKeys: (left) => {
      while (device.record.keys.preKeys.size > Math.max(0, left)) device.takeBundle(world.now())
    },
    unlink: () => unlink(world, device),
  }
}
