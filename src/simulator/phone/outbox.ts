import { encodeWAMessage, generateMessageIDV2, type proto } from '@whiskeysockets/baileys'
import { readBundle } from '../signal/key-stanzas.ts'
import { confirmed, withBrokenMac, type Ciphertext } from '../signal/signal-party.ts'
import { child, stanza, type Stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import { seconds, type World } from '../world/world.ts'

/** How a message is made undecryptable; the text in quotation marks is what Baileys reports. */
export type Damage =
  /** One byte of the MAC is flipped: "No matching sessions found for message" (a Bad MAC). */
  | 'bad-mac'
  /** It continues a session the device never had: "No session record". */
  | 'no-session'
  /** It opens a session with a one-time key the device does not have: "Invalid PreKey ID". */
  | 'unknown-pre-key'
  /** It was delivered before: "Key used already or never filled". Harmless. */
  | 'replay'

/** The attributes of a `<message>` besides its id and time. */
export type MessageAttrs = Readonly<Record<string, string | number | undefined>>

/** A message for one linked device. */
export interface Letter {
  readonly id: string
  readonly message: proto.IMessage
  readonly attrs: MessageAttrs
}

/** Messages that cannot be decrypted, for one linked device. */
export interface SpoiltLetters {
  readonly ids: readonly string[]
  readonly attrs: MessageAttrs
  readonly damage: Damage
  /** Whether the device gets them again, good, when it asks. */
  readonly heals: boolean
}

/** Messages to a group, for one linked device of a member. */
export interface GroupLetters {
  /** What makes them readable, in a session with the device, beside the first of them; left out where it has it. */
  readonly key?: proto.IMessage
  /** In the order in which they arrive; `bytes` are encrypted for the whole group. */
  readonly letters: readonly (Letter & { readonly bytes: Uint8Array })[]
  /** Whether the device gets them again, for itself, when it asks; it does unless told. */
  readonly heals?: boolean
}

interface Sent {
  readonly plaintext: Uint8Array
  readonly attrs: MessageAttrs
  readonly heals: boolean
}

const CONFIRMATION_MS = 5_000

/** What an account's phone sends to linked devices, each in its own Signal session, one after the other. */
export class Outbox {
  readonly #world: World
  readonly #account: Account
  readonly #sent = new Map<string, Sent>()
  /** Peers that have confirmed the session, so that messages to them are no longer `pkmsg`. */
  readonly #confirmed = new Set<string>()
  readonly #last = new Map<string, Ciphertext>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(world: World, account: Account) {
    this.#world = world
    this.#account = account
  }

  /** Encrypts a message and hands it to the server. */
  send(device: LinkedDevice, letter: Letter): Promise<void> {
    return this.#inTurn(() => this.#send(device, letter))
  }

  /** Sends messages the device cannot decrypt. A session they need is opened with a good one ("hola") first. */
  sendSpoilt(device: LinkedDevice, { ids, attrs, damage, heals }: SpoiltLetters): Promise<void> {
    return this.#inTurn(async () => {
      if (damage === 'bad-mac' || damage === 'replay') await this.#befriend(device, attrs)
      for (const id of ids) {
        const plaintext = encodeWAMessage({ conversation: 'indescifrable' })
        const ciphertext = await this.#spoil(device, plaintext, damage)
        this.#sent.set(id, { plaintext, attrs, heals })
        this.#post(device, id, attrs, ciphertext)
      }
    })
  }

  /** Hands messages to a group to the server. */
  sendToGroup(device: LinkedDevice, { key, letters, heals = true }: GroupLetters): Promise<void> {
    return this.#inTurn(async () => {
      let before: readonly Stanza[] = []
      if (key) {
        const { type, bytes } = await this.#encrypt(device, encodeWAMessage(key))
        before = [stanza('enc', { v: 2, type }, bytes)]
      }
      for (const { id, message, attrs, bytes: sealed } of letters) {
        this.#sent.set(id, { plaintext: encodeWAMessage(message), attrs, heals })
        this.#deliver(device, id, attrs, [...before, stanza('enc', { v: 2, type: 'skmsg' }, sealed)])
        before = []
      }
    })
  }

  /** The device has shown that it has the session. */
  confirm(device: LinkedDevice): void {
    this.#confirmed.add(device.peer)
  }

  /** Sends a message again in a new session, as the device asks with a retry receipt. */
  sendAgain(device: LinkedDevice, receipt: Stanza): Promise<void> {
    return this.#inTurn(async () => {
      const id = receipt.attrs['id'] ?? ''
      const sent = this.#sent.get(id)
      if (!sent?.heals) return
      const { party } = this.#account
      await party.open(device.peer, readBundle(receipt) ?? device.takeBundle(this.#world.now()))
      this.#confirmed.delete(device.peer)
      const count = child(receipt, 'retry')?.attrs['count'] ?? '1'
      this.#post(device, id, sent.attrs, await party.encrypt(device.peer, sent.plaintext), count)
    })
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task)
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #send(device: LinkedDevice, { id, message, attrs }: Letter): Promise<void> {
    const plaintext = encodeWAMessage(message)
    this.#sent.set(id, { plaintext, attrs, heals: true })
    this.#post(device, id, attrs, await this.#encrypt(device, plaintext))
  }

  async #encrypt(device: LinkedDevice, plaintext: Uint8Array): Promise<Ciphertext> {
    const { party } = this.#account
    if (!party.hasSession(device.peer)) {
      await party.open(device.peer, device.takeBundle(this.#world.now()))
      this.#confirmed.delete(device.peer)
    }
    const ciphertext = await party.encrypt(device.peer, plaintext)
    const message = this.#confirmed.has(device.peer) ? confirmed(ciphertext) : ciphertext
    this.#last.set(device.peer, message)
    return message
  }

  #post(
    device: LinkedDevice,
    id: string,
    attrs: MessageAttrs,
    { type, bytes }: Ciphertext,
    count?: string,
  ): void {
    this.#deliver(device, id, attrs, [stanza('enc', { v: 2, type, count }, bytes)])
  }

  #deliver(device: LinkedDevice, id: string, attrs: MessageAttrs, encs: readonly Stanza[]): void {
    const t = seconds(this.#world)
    device.mailbox.post(stanza('message', { ...attrs, id, type: 'text', t }, encs))
    this.#world.changed('soon')
  }

  /** Makes sure the device has a session with this phone, and has confirmed it if it is online. */
  async #befriend(device: LinkedDevice, attrs: MessageAttrs): Promise<void> {
    if (this.#account.party.hasSession(device.peer)) return
    await this.#send(device, { id: generateMessageIDV2(), message: { conversation: 'hola' }, attrs })
    const deadline = Date.now() + CONFIRMATION_MS
    while (device.connection && !this.#confirmed.has(device.peer) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async #spoil(device: LinkedDevice, plaintext: Uint8Array, damage: Damage): Promise<Ciphertext> {
    const { party } = this.#account
    const now = this.#world.now()
    switch (damage) {
      case 'bad-mac':
        return withBrokenMac(await this.#encrypt(device, plaintext))
      case 'replay':
        return this.#last.get(device.peer) ?? (await this.#encrypt(device, plaintext))
      case 'no-session': {
        const stranger = `${device.peer}-no-session`
        if (!party.hasSession(stranger)) await party.open(stranger, device.takeBundle(now))
        return confirmed(await party.encrypt(stranger, plaintext))
      }
      case 'unknown-pre-key': {
        const stranger = `${device.peer}-unknown-pre-key`
        const preKey = { id: 0xff_ff_ff, public: party.identity.public }
        await party.open(stranger, { ...device.takeBundle(now), preKey })
        return party.encrypt(stranger, plaintext)
      }
    }
  }
}
