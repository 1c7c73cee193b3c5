import { encodeWAMessage, generateMessageIDV2, proto, unpadRandomMax16 } from '@whiskeysockets/baileys'
import { GroupSender } from '../signal/group-sender.ts'
import { lidJid, numberJid, numberToBytes, stanza, type Stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import type { PrimaryDevice } from '../world/primary-device.ts'
import { seconds, type World } from '../world/world.ts'
import { Outbox, type Damage, type GroupLetters, type MessageAttrs } from './outbox.ts'
import { appStateKeyShare, emptyHistory, emptyPeerAnswer } from './protocol-messages.ts'

/** A message that reached the phone and was decrypted there. */
export interface ReceivedText {
  readonly id: string
  /** The number it came from. */
  readonly from: string
  /** The chat it belongs to, by number; a phone's own number for a message to itself. */
  readonly chat: string
  readonly text: string
}

/** What a linked device said about a message of this account. */
export interface ReceivedReceipt {
  readonly id: string
  /** The device's JID. */
  readonly from: string
  /** `delivery` when the stanza names no type; else WhatsApp's word, such as `inactive`, `read`, `retry`. */
  readonly type: string
}

/** The chat that holds everybody's statuses. */
const STATUSES = 'status@broadcast'
/** How often a phone asks for a message it cannot decrypt. */
const RETRIES = 3

/** The phone behind an account (device 0): a real Signal end that sends, receives and answers. */
export class Primary implements PrimaryDevice {
  readonly account: Account
  readonly received: ReceivedText[] = []
  readonly receipts: ReceivedReceipt[] = []
  /** Ids of messages that reached the phone and did not decrypt. */
  readonly undecryptable: string[] = []
  readonly #world: World
  readonly #outbox: Outbox
  readonly #retries = new Map<string, number>()
  readonly #groups = new Map<string, GroupSender>()
  readonly #keptBack: { to: Account; letters: GroupLetters['letters'] }[] = []
  #held: (() => Promise<void>)[] = []
  #on = true

  constructor(world: World, account: Account) {
    this.#world = world
    this.account = account
    this.#outbox = new Outbox(world, account)
  }

  /** Switches the phone off or on. What arrives while it is off waits, unanswered, until it is on. */
  async switch(on: boolean): Promise<void> {
    this.#on = on
    if (!on) return
    const held = this.#held
    this.#held = []
    for (const task of held) await task()
  }

  /** Sends a text to another account's linked devices, and as an own message to the sender's. Gives its id. */
  async sendText(to: Account, text: string): Promise<string> {
    const id = generateMessageIDV2()
    const message: proto.IMessage = { conversation: text }
    if (to !== this.account) {
      for (const device of to.devices.values()) {
        await this.#outbox.send(device, { id, message, attrs: this.#contactAttrs() })
      }
    }
    const recipient = this.#ownName(to)
    const other = this.#world.settings.ownAddressing === 'lid' ? numberJid(to.number) : undefined
    const own: proto.IMessage = { deviceSentMessage: { destinationJid: recipient, message } }
    for (const device of this.account.devices.values()) {
      await this.#outbox.send(device, {
        id,
        message: own,
        attrs: { ...this.#ownAttrs(), recipient, peer_recipient_pn: other },
      })
    }
    return id
  }

  /**
   * Writes texts to a group whose members are this account and another one. They reach the other one's linked devices
   * in the order of `arriving` (places among the texts), or as written; what is not among those is kept back. Gives
   * their ids, in the order of the texts.
   */
  async sendToGroup(
    to: Account,
    group: string,
    texts: readonly string[],
    arriving: readonly number[] = [...texts.keys()],
  ): Promise<readonly string[]> {
    const attrs = this.#memberAttrs(group)
    const sender = this.#groups.get(group) ?? new GroupSender(group, this.account.lid)
    this.#groups.set(group, sender)
    const distribution = await sender.distribution()
    const written: GroupLetters['letters'][number][] = []
    for (const conversation of texts) {
      const message: proto.IMessage = { conversation }
      const bytes = await sender.encrypt(encodeWAMessage(message))
      written.push({ id: generateMessageIDV2(), message, attrs, bytes })
    }
    const key: proto.IMessage = {
      senderKeyDistributionMessage: {
        groupId: group,
        axolotlSenderKeyDistributionMessage: distribution,
      },
    }
    const letters = arriving.flatMap((place) => written[place] ?? [])
    for (const device of to.devices.values()) await this.#outbox.sendToGroup(device, { key, letters })
    this.#keptBack.push({ to, letters: written.filter((letter) => !letters.includes(letter)) })
    return written.map(({ id }) => id)
  }

  /** Sends a status to an account's linked devices without the key that it needs. Gives its id. */
  async sendUnreadableStatus(to: Account): Promise<string> {
    const attrs = this.#memberAttrs(STATUSES)
    const message: proto.IMessage = { conversation: 'estado' }
    const sender = new GroupSender(STATUSES, this.account.lid)
    await sender.distribution()
    const letter = {
      id: generateMessageIDV2(),
      message,
      attrs,
      bytes: await sender.encrypt(encodeWAMessage(message)),
    }
    for (const device of to.devices.values()) {
      await this.#outbox.sendToGroup(device, { letters: [letter], heals: false })
    }
    return letter.id
  }

  /** Sends what was kept back of messages to groups, in the order in which it was written. */
  async sendKeptBack(): Promise<void> {
    for (const { to, letters } of this.#keptBack.splice(0)) {
      for (const device of to.devices.values()) await this.#outbox.sendToGroup(device, { letters })
    }
  }

  /** Sends messages the linked devices of an account cannot decrypt. Gives their ids. */
  async sendBroken(to: Account, count: number, damage: Damage, heals: boolean): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => generateMessageIDV2())
    for (const device of to.devices.values()) {
      await this.#outbox.sendSpoilt(device, { ids, attrs: this.#contactAttrs(), damage, heals })
    }
    return ids
  }

  /** Sends a message whose envelope says it is somebody else's own: clients fail at it before they decrypt. Gives its id. */
  async sendMisaddressed(to: Account): Promise<string> {
    const id = generateMessageIDV2()
    const attrs = { ...this.#contactAttrs(), recipient: numberJid(to.number) }
    for (const device of to.devices.values()) {
      await this.#outbox.send(device, { id, message: { conversation: 'hola' }, attrs })
    }
    return id
  }

  async welcome(device: LinkedDevice): Promise<void> {
    for (const message of [appStateKeyShare(this.#world.now()), emptyHistory()]) {
      await this.#sendToPeer(device, message)
    }
    device.record.welcomed = true
    this.#world.changed('soon')
  }

  async receive(sender: LinkedDevice, enc: Stanza, attrs: Stanza['attrs']): Promise<void> {
    if (!this.#on) {
      this.#held.push(() => this.receive(sender, enc, attrs))
      return
    }
    try {
      if (!(enc.content instanceof Uint8Array)) throw new Error('<enc> without bytes')
      const type = enc.attrs['type'] === 'pkmsg' ? 'pkmsg' : 'msg'
      const bytes = await this.account.party.decrypt(sender.peer, { type, bytes: Buffer.from(enc.content) })
      this.#outbox.confirm(sender)
      this.#acknowledge(sender, attrs)
      await this.#understand(sender, proto.Message.decode(unpadRandomMax16(bytes)), attrs)
    } catch (error) {
      this.undecryptable.push(attrs['id'] ?? '')
      this.#world.report(error)
      this.#askAgain(sender, attrs)
    }
    this.#world.changed('soon')
  }

  async takeReceipt(sender: LinkedDevice, receipt: Stanza): Promise<void> {
    const type = receipt.attrs['type'] ?? 'delivery'
    this.receipts.push({ id: receipt.attrs['id'] ?? '', from: sender.jid, type })
    if (type === 'retry') await this.#outbox.sendAgain(sender, receipt)
    else this.#outbox.confirm(sender)
  }

  /** As others see what this account writes. */
  #contactAttrs(): MessageAttrs {
    const { number, lid, record } = this.account
    const notify = record.name
    switch (this.#world.settings.addressing) {
      case 'lid':
        return { from: lidJid(lid), sender_pn: numberJid(number), notify }
      case 'lid-only':
        return { from: lidJid(lid), notify }
      case 'number':
        return { from: numberJid(number), sender_lid: lidJid(lid), notify }
    }
  }

  /** As an account's own devices call somebody. */
  #ownName({ number, lid }: Account): string {
    return this.#world.settings.ownAddressing === 'number' ? numberJid(number) : lidJid(lid)
  }

  /** As the members of a group see it. */
  #memberAttrs(group: string): MessageAttrs {
    const { number, lid, record } = this.account
    const mode = this.#world.settings.addressing
    const names =
      mode === 'lid'
        ? { participant: lidJid(lid), participant_pn: numberJid(number), addressing_mode: 'lid' }
        : { participant: numberJid(number), participant_lid: lidJid(lid), addressing_mode: 'pn' }
    return { from: group, ...names, notify: record.name }
  }

  /** As the account's own devices see it. */
  #ownAttrs(): MessageAttrs {
    return { from: this.#ownName(this.account), notify: this.account.record.name }
  }

  #sendToPeer(device: LinkedDevice, message: proto.IMessage): Promise<void> {
    const attrs = { ...this.#ownAttrs(), category: 'peer' }
    return this.#outbox.send(device, { id: generateMessageIDV2(), message, attrs })
  }

  async #understand(sender: LinkedDevice, message: proto.Message, attrs: Stanza['attrs']): Promise<void> {
    const inner = message.deviceSentMessage?.message ?? message
    const request = inner.protocolMessage?.peerDataOperationRequestMessage
    if (request && sender.owner === this.account) {
      return this.#sendToPeer(sender, emptyPeerAnswer(request, attrs['id']))
    }
    const text = inner.conversation ?? inner.extendedTextMessage?.text
    if (!text) return
    const destination = message.deviceSentMessage?.destinationJid ?? attrs['to']
    const chat = this.#world.accounts.ofJid(destination)?.number ?? destination ?? ''
    this.received.push({ id: attrs['id'] ?? '', from: sender.owner.number, chat, text })
  }

  #acknowledge(sender: LinkedDevice, attrs: Stanza['attrs']): void {
    const own = sender.owner === this.account
    const type = attrs['category'] === 'peer' ? 'peer_msg' : own ? 'sender' : undefined
    this.#postReceipt(sender, attrs, type)
  }

  /** Asks a device to encrypt its message again, as a phone does, a few times per message. */
  #askAgain(sender: LinkedDevice, attrs: Stanza['attrs']): void {
    const id = attrs['id'] ?? ''
    const count = (this.#retries.get(id) ?? 0) + 1
    if (count > RETRIES) return
    this.#retries.set(id, count)
    this.#postReceipt(sender, attrs, 'retry', [
      stanza('retry', { count, id, t: seconds(this.#world), v: 1 }),
      stanza('registration', {}, numberToBytes(this.account.party.registrationId, 4)),
    ])
  }

  /** An own device is told by the phone and in which chat; anybody else is told by whom it wrote to. */
  #postReceipt(
    sender: LinkedDevice,
    { id, to }: Stanza['attrs'],
    type: string | undefined,
    content?: readonly Stanza[],
  ): void {
    const own = sender.owner === this.account
    const attrs = {
      id,
      type,
      from: own ? this.#ownName(this.account) : to,
      recipient: own && type !== 'peer_msg' ? to : undefined,
      t: seconds(this.#world),
    }
    if (content || !this.#world.settings.receiptLists) {
      return sender.mailbox.post(stanza('receipt', attrs, content))
    }
    const list = stanza('list', {}, [stanza('item', { id })])
    sender.mailbox.post(stanza('receipt', { ...attrs, id: generateMessageIDV2() }, [list]))
  }
}
