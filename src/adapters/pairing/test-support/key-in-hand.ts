import type { PasskeyWay } from '../../../contract/passkey.ts'
import type { Phone } from '../../../simulator/phone/phone.ts'
import type { PasskeyRequest } from '../../passkey/passkey-request.ts'
import type { Passkeys, Signed } from '../../passkey/passkeys.ts'

type Refusal = Extract<Signed, { ok: false }>

/** A person with the account's passkey, who answers the system's dialog at once, or as the test says. */
export class KeyInHand implements Passkeys {
  readonly #phone: Phone
  /** What the person does instead of confirming; a dialog that is left open ends with its signal. */
  instead: Refusal | 'leaves it open' | null = null
  readonly asked: { readonly way: PasskeyWay; readonly request: PasskeyRequest }[] = []
  /** Dialogs that are open now. */
  open = 0

  constructor(phone: Phone) {
    this.#phone = phone
  }

  ways(): Promise<readonly PasskeyWay[]> {
    return Promise.resolve(['window', 'browser'])
  }

  async sign(way: PasskeyWay, request: PasskeyRequest, signal: AbortSignal): Promise<Signed> {
    this.asked.push({ way, request })
    if (this.instead === 'leaves it open') {
      this.open += 1
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      this.open -= 1
      return { ok: false, why: 'refused', error: 'AbortError' }
    }
    if (this.instead) return this.instead
    return { ok: true, assertion: this.#phone.signPasskey(JSON.stringify(request)) }
  }
}
