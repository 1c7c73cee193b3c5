import type { AuthenticationCreds } from '@whiskeysockets/baileys'
import { lidOf, type Mappings, ownAccount } from './own-account.ts'

/**
 * The own account's LID, kept over Baileys' shoulder: after a login whose answer names none, Baileys 7.0.0-rc14
 * forgets it (`Socket/socket.js`, `CB:success`), and the own phone would be a stranger from then on.
 */
export class OwnLid {
  readonly #creds: AuthenticationCreds
  readonly #mappings: Mappings
  #last: string | null

  constructor(creds: AuthenticationCreds, mappings: Mappings) {
    this.#creds = creds
    this.#mappings = mappings
    this.#last = ownAccount(creds, mappings).lid
    this.keep()
  }

  /** Digits, or null while it was never told. */
  get lid(): string | null {
    return this.#last
  }

  /** After the credentials have changed: takes a new LID over, and puts the last one back where it is gone. */
  keep(): void {
    const { me } = this.#creds
    if (!me) return
    const told = lidOf(me.lid)
    this.#last = told ?? this.#last ?? ownAccount(this.#creds, this.#mappings).lid
    if (told === null && this.#last !== null) this.#creds.me = { ...me, lid: `${this.#last}@lid` }
  }

  /** Takes over what WhatsApp says it is now. @returns whether it has changed */
  adopt(jid: string | null): boolean {
    const { me } = this.#creds
    const lid = lidOf(jid ?? undefined)
    if (!me || lid === null || lid === this.#last) return false
    this.#creds.me = { ...me, lid: `${lid}@lid` }
    return true
  }
}
