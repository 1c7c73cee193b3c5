import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Dice } from '../src/adapters/whatsapp/test-support/dice.ts'
import { startSimulator, type Simulator } from '../src/simulator/server.ts'
import { NOTHING, type Tally } from './tally.ts'
import { type Side, Victim } from './victim.ts'
import { numberOf } from './words.ts'

export interface Settings {
  readonly side: Side
  readonly kills: number
  readonly seed: number
  /** An empty folder. */
  readonly folder: string
  readonly onKill?: (kills: number) => void
}

export interface Outcome {
  readonly tally: Tally
  /** What went wrong, one line each. */
  readonly complaints: readonly string[]
}

/** A session that was linked, as the phone and the QR know it. */
interface Linked {
  readonly id: string
  /** The identity key that its QR showed, in base64. */
  readonly identity: string
}

/** How many sessions one victim holds at most; older ones are given up. */
const KEPT = 2
/** Kills within so many milliseconds of the pairing's reply count as close to it. */
const CLOSE_MS = 60
const AIMED_MS = 55
const CONTACT = '573015550101'
/**
 * When a session, or a message, is believed to be lost. Of Enlace nothing is lost, so that a busy machine may take its
 * time; Baileys' own store loses often, and each loss is waited for.
 */
const LOST_AFTER_MS: Readonly<Record<Side, { readonly session: number; readonly message: number }>> = {
  enlace: { session: 120_000, message: 120_000 },
  stock: { session: 15_000, message: 8_000 },
}

/** Kills one process after the other and looks at what each has left behind. */
export async function ordeal(settings: Settings): Promise<Outcome> {
  const simulator = await startSimulator()
  const run = new Ordeal(settings, simulator)
  try {
    return await run.run()
  } finally {
    await run.end()
    await simulator.stop()
  }
}

class Ordeal {
  readonly #settings: Settings
  readonly #simulator: Simulator
  readonly #dice: Dice
  readonly #tally: Tally = { ...NOTHING }
  readonly #complaints: string[] = []
  #linked: readonly Linked[] = []
  readonly #broken = new Set<string>()
  #next = 1
  #spare: Victim

  get #lostAfter() {
    return LOST_AFTER_MS[this.#settings.side]
  }

  constructor(settings: Settings, simulator: Simulator) {
    this.#settings = settings
    this.#simulator = simulator
    this.#dice = new Dice(settings.seed)
    this.#spare = new Victim(settings.side)
  }

  async run(): Promise<Outcome> {
    while (this.#tally.kills < this.#settings.kills) {
      await this.#life()
      this.#settings.onKill?.(this.#tally.kills)
    }
    await this.#lookAtFolders()
    await (await this.#born()).kill()
    return { tally: this.#tally, complaints: this.#complaints }
  }

  async end(): Promise<void> {
    await this.#spare.kill()
  }

  /** One process, from its start, which shows what the last one has left behind, to its violent end. */
  async #life(): Promise<void> {
    await this.#lookAtFolders()
    const victim = await this.#born()
    const online: Linked[] = []
    const survivors: Linked[] = []
    for (const one of this.#linked) {
      const verdict = await this.#examine(victim, one)
      if (verdict !== 'gone') survivors.push(one)
      if (verdict === 'online') online.push(one)
    }
    this.#linked = survivors
    const talking = this.#dice.chance(0.35)
    const about = this.#dice.below(2)
    const one = online[about % Math.max(1, online.length)]
    if (talking && one) await this.#killTalking(victim, one)
    else await this.#killLinking(victim)
    this.#tally.kills += 1
  }

  /** The process that was made ready while the last one lived. */
  async #born(): Promise<Victim> {
    const { side, folder } = this.#settings
    const victim = this.#spare
    this.#spare = new Victim(side)
    await victim.ready()
    const ids = this.#linked.map(({ id }) => id)
    victim.tell({ do: 'open', url: this.#simulator.url, folder, ids })
    return victim
  }

  async #examine(victim: Victim, { id, identity }: Linked): Promise<'online' | 'kept' | 'gone'> {
    const tally = this.#tally
    const phone = this.#simulator.phone(numberOf(id))
    const believed = phone.linkedDevices().length > 0
    const found = await victim.found(id)
    tally.looks += 1
    if (found.finding !== null) {
      tally.unreadable += 1
      this.#complain(id, `does not open: ${found.finding}`)
    } else if (found.identity !== null && found.identity !== identity) {
      tally.otherIdentity += 1
      this.#complain(id, 'another identity')
    }
    if (!believed) {
      // The phone has not heard the reply: nothing was linked, whatever this side has written down.
      if (found.identity === null) tally.unlinked += 1
      else tally.halfLinked += 1
      return 'gone'
    }

    tally.believed += 1
    const state = await victim.settled(id, ['online', 'scan', 'unlinked', 'refused'], this.#lostAfter.session)
    if (state.status !== 'online') {
      tally.lost += 1
      this.#complain(id, `lost: ${state.status} ${state.cause ?? ''}`)
      phone.unlink(phone.linkedDevices()[0]?.id ?? 0)
      return 'gone'
    }
    tally.cameBack += 1
    await this.#write(id)
    return 'online'
  }

  /** A message from a contact arrives and decrypts, and so does what was waiting. */
  async #write(id: string): Promise<void> {
    const tally = this.#tally
    const number = numberOf(id)
    const contact = this.#simulator.contact(CONTACT)
    const device = this.#simulator.device(number)
    const message = await contact.sendText(number, 'hola')
    const receipts = () => contact.receipts().filter((receipt) => receipt.id === message)
    const read = () => receipts().some(({ type }) => type !== 'retry')
    await this.#within(this.#lostAfter.message, () => read() && device.waiting === 0)
    tally.messages += 1
    const again = receipts().some(({ type }) => type === 'retry')
    if (!read()) {
      tally.unreadMessages += 1
      this.#complain(id, `a message was not decrypted${again ? ', though asked for again' : ''}`)
    } else if (again) tally.askedAgain += 1
    if (device.waiting > 0) {
      tally.stuck += 1
      this.#complain(id, `${device.waiting} stanzas were not taken`)
    }
    const unread = this.#simulator.phone(number).undecryptable().length
    if (unread > 0) this.#complain(id, `the phone could not decrypt ${unread} messages`)
    tally.unreadByPhone += unread
  }

  /** Somewhere in the middle of a pairing, most often close to its reply. */
  async #killLinking(victim: Victim): Promise<void> {
    const id = `s${this.#next}`
    this.#next += 1
    const aim = this.#dice.throw()
    const delay = this.#dice.throw()
    victim.tell({ do: 'link', id })
    if (aim < 0.12) {
      await pause(delay * 1_200)
      return this.#killUnaimed(victim, id)
    }

    const { qr } = await victim.settled(id, ['scan'], 120_000)
    const identity = qr?.split(',')[2]
    if (qr === null || identity === undefined) {
      this.#complain(id, 'no QR')
      this.#tally.otherwise += 1
      return victim.kill()
    }
    this.#keep({ id, identity })
    const scan = this.#simulator
      .phone(numberOf(id))
      .scan(qr)
      .then(
        () => performance.now(),
        () => null,
      )
    if (aim < 0.25) await pause(delay * 30)
    else {
      await scan
      // Later for some: the second login and the one-time keys come after the reply.
      await pause(aim < 0.75 ? delay * AIMED_MS : AIMED_MS + delay * 350)
    }
    const at = performance.now()
    await victim.kill()
    const late = at - ((await scan) ?? at)
    if (late <= CLOSE_MS) this.#tally.closeToReply += 1
    else this.#tally.otherwise += 1
  }

  /** The QR is scanned if it happens to be there. */
  async #killUnaimed(victim: Victim, id: string): Promise<void> {
    const { qr } = await victim.settled(id, ['scan'], 1)
    const identity = qr?.split(',')[2]
    if (qr !== null && identity !== undefined) {
      this.#keep({ id, identity })
      await this.#simulator
        .phone(numberOf(id))
        .scan(qr)
        .catch(() => {})
      await pause(this.#dice.throw() * 1_000)
    }
    await victim.kill()
    this.#tally.otherwise += 1
  }

  /** While messages go both ways. */
  async #killTalking(victim: Victim, { id }: Linked): Promise<void> {
    const number = numberOf(id)
    const delay = this.#dice.throw() * 120
    const contact = this.#simulator.contact(CONTACT)
    const sending = (async () => {
      for (let n = 0; n < 8; n += 1) {
        if (n % 4 === 1) victim.tell({ do: 'write', id })
        await contact.sendText(number, `mensaje ${n}`)
        await pause(8)
      }
    })()
    await pause(delay)
    await victim.kill()
    await sending
    this.#tally.talking += 1
  }

  #keep(linked: Linked): void {
    this.#linked = [linked, ...this.#linked].slice(0, KEPT)
  }

  /** Files that a kill has left broken, and folders that nobody asks about any more. */
  async #lookAtFolders(): Promise<void> {
    const { side, folder } = this.#settings
    const parent = side === 'enlace' ? join(folder, 'organizations') : folder
    const kept = new Set(this.#linked.map(({ id }) => (side === 'enlace' ? `org_${id}` : id)))
    for (const name of await readdir(parent).catch(() => [])) {
      const path = join(parent, name)
      if (side === 'stock' && (await hasBrokenFile(path))) this.#broken.add(name)
      if (!kept.has(name)) await rm(path, { recursive: true, force: true })
    }
    this.#tally.brokenFolders = this.#broken.size
  }

  async #within(milliseconds: number, done: () => boolean): Promise<void> {
    for (const end = performance.now() + milliseconds; !done() && performance.now() < end;) await pause(4)
  }

  #complain(id: string, what: string): void {
    this.#complaints.push(`after kill ${this.#tally.kills}, ${id}: ${what}`)
  }
}

async function hasBrokenFile(folder: string): Promise<boolean> {
  for (const name of await readdir(folder)) {
    try {
      JSON.parse(await readFile(join(folder, name), 'utf8'))
    } catch {
      return true
    }
  }
  return false
}
