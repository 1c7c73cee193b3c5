import type { World } from '../world/world.ts'
import type { Damage } from './outbox.ts'
import type { Primary, ReceivedReceipt, ReceivedText } from './primary.ts'

/** How {@link Contact.sendBroken} spoils what it sends. */
export interface BrokenOptions {
  /** How many messages; default 1. */
  readonly count?: number
  /** Default `bad-mac`. */
  readonly damage?: Damage
  /** Whether the contact sends a message again, good, when the client asks; default no. */
  readonly heals?: boolean
}

/** Somebody who writes real Signal-encrypted messages to linked devices, and reads what they write. */
export interface Contact {
  readonly number: string
  readonly lid: string
  /** Sends a text to all linked devices of a number; what is offline gets it at its next login. Gives its id. */
  sendText(to: string, text: string): Promise<string>
  /**
   * Writes texts to a group that has this contact and a number among its members, encrypted with a sender key. They
   * reach the number's linked devices in the order of `arriving`, places among the texts; as written unless told.
   * What is not among those is kept back. Gives their ids.
   *
   * @param group such as `120363000000000001@g.us`
   */
  sendToGroup(
    to: string,
    group: string,
    texts: readonly string[],
    arriving?: readonly number[],
  ): Promise<readonly string[]>
  /** Shows the linked devices of a number a status that they have no key for, as happens with those of strangers. Gives its id. */
  sendUnreadableStatus(to: string): Promise<string>
  /** Sends what was kept back. */
  sendKeptBack(): Promise<void>
  /**
   * Sends messages that the linked devices of a number cannot decrypt. For a Bad MAC there has to be a session:
   * a contact that has none opens it with one good message ("hola") first. Gives the ids of the broken ones.
   */
  sendBroken(to: string, options?: BrokenOptions): Promise<readonly string[]>
  /** Sends a message that clients fail at before they decrypt it, and that nobody sends again. Gives its id. */
  sendMisaddressed(to: string): Promise<string>
  /** Texts linked devices sent to this contact. */
  received(): readonly ReceivedText[]
  /** Ids of messages to this contact that did not decrypt. */
  undecryptable(): readonly string[]
  /** What linked devices said about this contact's messages: delivered, read, or "again, please" (`retry`). */
  receipts(): readonly ReceivedReceipt[]
}

/** The contact who holds a phone. Any phone will do, a shop's own too. */
export function contactOf(world: World, primary: Primary): Contact {
  const { account } = primary
  return {
    number: account.number,
    lid: `${account.lid}@lid`,
    sendText: (to, text) => primary.sendText(world.accounts.findOrCreate(to), text),
    sendToGroup: (to, group, texts, arriving) =>
      primary.sendToGroup(world.accounts.findOrCreate(to), group, texts, arriving),
    sendUnreadableStatus: (to) => primary.sendUnreadableStatus(world.accounts.findOrCreate(to)),
    sendKeptBack: () => primary.sendKeptBack(),
    sendBroken: (to, { count = 1, damage = 'bad-mac', heals = false } = {}) =>
      primary.sendBroken(world.accounts.findOrCreate(to), count, damage, heals),
    sendMisaddressed: (to) => primary.sendMisaddressed(world.accounts.findOrCreate(to)),
    received: () => primary.received,
    undecryptable: () => primary.undecryptable,
    receipts: () => primary.receipts,
  }
}
