import type { CauseCode } from '../../../contract/cause.ts'
import type { SessionCommand } from '../../../contract/session-view.ts'
import type { DeviceHandle } from '../../../simulator/service/device-handle.ts'
import type { Fault } from '../../../simulator/service/faults.ts'
import type { Simulator } from '../../../simulator/server.ts'
import type { Dice } from './dice.ts'
import type { Shop } from '../../test-support/shop.ts'

/** A shop's session and the phone it belongs to. */
export interface Pair {
  readonly id: string
  readonly number: string
  /** The causes that what was done to it may end in. */
  readonly blame: Set<CauseCode>
}

/** What happens to a shop with many sessions in a bad week, thrown by dice. */
export class Mischief {
  readonly #simulator: Simulator
  readonly #shop: Shop
  readonly #pairs: readonly Pair[]
  readonly #dice: Dice
  /** What was done, oldest first. */
  readonly diary: string[] = []

  constructor(simulator: Simulator, shop: Shop, pairs: readonly Pair[], dice: Dice) {
    this.#simulator = simulator
    this.#shop = shop
    this.#pairs = pairs
    this.#dice = dice
  }

  /** One thing that goes wrong, or that somebody presses. */
  async step(): Promise<void> {
    const kind = this.#dice.throw()
    if (kind < 0.5) this.#press()
    else if (kind < 0.8) this.#hurtOne()
    else if (kind < 0.93) this.#hurtAll()
    else if (kind < 0.97) await this.#outage()
    else await this.#restart()
  }

  /** Normal service, for everybody. */
  async heal(): Promise<void> {
    this.#note('heal')
    await this.#simulator.resume()
    this.#simulator.setFault(null)
    for (const { number } of this.#pairs) {
      for (const device of this.#devices(number)) device.refuseLogins(null)
    }
  }

  #press(): void {
    const { id, blame } = this.#dice.pick(this.#pairs)
    const { allowed } = this.#shop.view(id).session
    const sensible = COMMANDS.filter((command) => allowed.includes(command))
    const command = this.#dice.pick(this.#dice.chance(0.8) && sensible.length > 0 ? sensible : COMMANDS)
    this.#note(`${id} ${command}`)
    // Heard by WhatsApp, but not confirmed before a restart of the program, which then finds the link gone.
    if (command === 'log-out') blame.add('unlinked-from-phone')
    this.#shop.supervisor.command(id, command)
  }

  #hurtOne(): void {
    const pair = this.#dice.pick(this.#pairs)
    const devices = this.#devices(pair.number)
    const newest = devices.at(-1)
    if (!newest) return
    const [name, happen, causes] = this.#dice.pick(HURTS)
    const code = this.#dice.pick(CODES)
    this.#note(`${pair.id} ${name} ${code}`)
    for (const cause of causes ?? CAUSES[code] ?? []) pair.blame.add(cause)
    happen(newest, code, 1 + this.#dice.below(3))
  }

  #hurtAll(): void {
    const code = this.#dice.pick(CODES)
    const [name, happen, causes] = this.#dice.pick(TROUBLES)
    this.#note(`${name} ${code}`)
    for (const pair of this.#pairs) {
      for (const cause of causes ?? CAUSES[code] ?? []) pair.blame.add(cause)
    }
    happen(this.#simulator, code, 1 + this.#dice.below(8))
  }

  async #outage(): Promise<void> {
    this.#note('outage')
    await this.#simulator.pause()
    await pause(this.#dice.below(2_000))
    await this.#simulator.resume()
  }

  async #restart(): Promise<void> {
    this.#note('restart')
    await this.#shop.end()
    await this.#shop.start()
  }

  #devices(number: string): readonly DeviceHandle[] {
    const phone = this.#simulator.phone(number)
    return phone.linkedDevices().map(({ id }) => phone.device(id))
  }

  #note(what: string): void {
    this.diary.push(what)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

const COMMANDS: readonly SessionCommand[] = [
  'link',
  'cancel-link',
  'connect',
  'stop',
  'retry',
  'take-over',
  'log-out',
  'clear',
  'undo-clear',
]

/** WhatsApp's numbers, and one it has never used. */
const CODES: readonly number[] = [401, 402, 403, 405, 406, 408, 409, 411, 428, 440, 500, 503, 515, 599]

/** Where a session may be held after such a number. After the rest it comes back by itself. */
const CAUSES: Readonly<Record<number, readonly CauseCode[]>> = {
  401: ['unlinked-from-phone'],
  402: ['restricted'],
  403: ['restricted'],
  405: ['outdated'],
  406: ['banned'],
  409: ['outdated'],
  411: ['relink-required'],
  440: ['replaced'],
}

type Row<T> = readonly [
  name: string,
  happen: (to: T, code: number, times: number) => void,
  /** Where it may end, whatever the number; left out, the number decides. */
  causes?: readonly CauseCode[],
]

const HURTS: readonly Row<DeviceHandle>[] = [
  ['drop', (device) => device.dropTcp(), []],
  ['drop', (device) => device.dropTcp(), []],
  ['half-open', (device) => device.halfOpen(), []],
  ['half-open', (device) => device.halfOpen(), []],
  ['stream-error', (device, code) => device.streamError(code)],
  ['stream-error', (device, code) => device.streamError(code)],
  ['unknown-stream-error', (device) => device.unknownStreamError(), []],
  ['failure', (device, code) => device.failure(code)],
  ['end-stream', (device) => device.endStream(), []],
  ['downgrade', (device) => device.downgrade(), ['relink-required']],
  ['conflict', (device) => device.conflict(), ['replaced']],
  ['unlink', (device) => device.unlink(), ['unlinked-from-phone']],
  ['refuse-logins', (device, code, times) => device.refuseLogins(code, times)],
]

const TROUBLES: readonly Row<Simulator>[] = [
  ['drop-all', (simulator) => simulator.dropAll(), []],
  ['half-open-all', (simulator) => simulator.halfOpenAll(), []],
  fault('refuse-upgrade 503', (times) => ({ kind: 'refuse-upgrade', status: 503, times })),
  fault('refuse-upgrade 404', (times) => ({ kind: 'refuse-upgrade', status: 404, times })),
  fault('hang-up', (times) => ({ kind: 'hang-up', times })),
  fault('garbage', (times) => ({ kind: 'garbage', times })),
  fault('silent', (times) => ({ kind: 'silent', times })),
  fault('login-unanswered', (times) => ({ kind: 'login-unanswered', times })),
  ['login-failure', (simulator, reason) => simulator.setFault({ kind: 'login-failure', reason, times: 2 })],
  [
    'registration-failure',
    (simulator, reason, times) => simulator.setFault({ kind: 'registration-failure', reason, times }),
  ],
  ['normal', (simulator) => simulator.setFault(null), []],
]

/** Five restores in vain are an alert, even where each alone would have been tried again. */
function fault(name: string, make: (times: number) => Fault): Row<Simulator> {
  return [name, (simulator, _code, times) => simulator.setFault(make(times)), ['restore-failed']]
}
