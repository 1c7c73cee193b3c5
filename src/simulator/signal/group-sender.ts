import {
  GroupCipher,
  GroupSessionBuilder,
  SenderKeyName,
  SenderKeyRecord,
} from '@whiskeysockets/baileys/lib/Signal/Group/index.js'

/** Somebody's own sender key in one group: what it encrypts, all who hold its distribution can read. */
export class GroupSender {
  readonly #group: string
  readonly #author: string
  // Records that stay in memory are not written as JSON, and so not spoilt by it.
  readonly #record = new SenderKeyRecord()

  /**
   * @param group its JID
   * @param author who writes, as the group knows them
   */
  constructor(group: string, author: string) {
    this.#group = group
    this.#author = author
  }

  /** What whoever is to read the next messages needs: an `axolotlSenderKeyDistributionMessage`. */
  async distribution(): Promise<Uint8Array> {
    const message = await new GroupSessionBuilder(this.#store).create(this.#name)
    return message.serialize()
  }

  /** Encrypts for everybody in the group, as the content of an `skmsg`. */
  encrypt(plaintext: Uint8Array): Promise<Uint8Array> {
    return new GroupCipher(this.#store, this.#name).encrypt(plaintext)
  }

  get #name(): SenderKeyName {
    return new SenderKeyName(this.#group, {
      id: this.#author,
      deviceId: 0,
      toString: () => `${this.#author}.0`,
    })
  }

  readonly #store = {
    loadSenderKey: () => Promise.resolve(this.#record),
    storeSenderKey: () => Promise.resolve(),
  }
}
