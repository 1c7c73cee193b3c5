import type { PasskeyAssertion } from '../service/passkey-assertion.ts'
import { PasskeyCeremony } from '../service/passkey-ceremony.ts'
import { ordinaryRules, PasskeyHappenings } from '../service/passkey-rules.ts'
import type { Account } from '../world/account.ts'
import { Passkey, type PasskeyKey } from '../world/passkey-key.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import { signWithPasskey } from './authenticator.ts'
import { PasskeyHandset } from './passkey-handset.ts'

/** The passkeys in an owner's hand, and what linking asks of them. */
export class PhonePasskeys {
  readonly rules = ordinaryRules()
  readonly happenings = new PasskeyHappenings()
  readonly #world: World
  readonly #account: Account
  #required = false
  #ceremony: PasskeyCeremony | null = null

  constructor(world: World, account: Account) {
    this.#world = world
    this.#account = account
  }

  /** Whether linking asks for one. */
  get required(): boolean {
    return this.#required
  }

  /** The newest confirmation. */
  get ceremony(): PasskeyCeremony | null {
    return this.#ceremony
  }

  require(required: boolean): void {
    this.#required = required
    if (required) this.key()
  }

  /** The first passkey, made when there is none. */
  key(): PasskeyKey {
    const [first] = this.#account.passkeys
    return first ? keyOf(first) : this.add()
  }

  add(): PasskeyKey {
    const passkey = Passkey.fresh()
    this.#account.passkeys.push(passkey)
    this.#world.changed('soon')
    return keyOf(passkey)
  }

  /** Signs WebAuthn's request options (JSON). Throws where they are none, or name no passkey of the account. */
  sign(options: string): PasskeyAssertion {
    this.key()
    return signWithPasskey(this.#account.passkeys.map(keyOf), options)
  }

  /** The newest confirmation. Throws when there was none. */
  newest(): PasskeyCeremony {
    if (!this.#ceremony) throw new Error('the phone shows no code to compare')
    return this.#ceremony
  }

  /**
   * Takes a client through the confirmation. Gives the new ADV secret.
   *
   * @param scanned the secret that the phone has of the client; null where it has none
   */
  async confirm(
    registration: Registration,
    scanned: Uint8Array | null,
    onAsked: () => void,
  ): Promise<Uint8Array> {
    if (registration.busy) throw new Error('this client is being linked already')
    registration.busy = true
    const handset = new PasskeyHandset(this.#world, registration, this.rules, scanned)
    const ceremony = new PasskeyCeremony(this.#world, registration, this.#account, this, handset)
    this.#ceremony = ceremony
    registration.ceremony = ceremony
    try {
      const confirmed = ceremony.run()
      onAsked()
      return await confirmed
    } finally {
      registration.busy = false
    }
  }
}

function keyOf({ record: { credentialId, privateKey, userHandle, rpId } }: Passkey): PasskeyKey {
  return { credentialId, privateKey, userHandle, rpId }
}
