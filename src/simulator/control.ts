import { z } from 'zod'
import {
  PRACTICE_FAULTS,
  type PracticeFault,
  type SimulatorReply,
  type SimulatorRequest,
} from '../contract/practice.ts'
import type { Simulator } from './server.ts'
import type { DeviceHandle } from './service/device-handle.ts'

/** No number that WhatsApp is known to use. */
const UNKNOWN_REASON = 418
const TOO_MANY_CODES = 429
/** WhatsApp's number for a message that a restricted account may not send. */
const RESTRICTED = 463
/** How long a paused account is, in seconds. */
const PAUSE_S = 120
/** What the network of a hotel or an airport says to everything. */
const PORTAL_PAGE = '<!doctype html><title>Wi-Fi</title><p>Accept the terms to go on.</p>'
const WRONG_CLOCK_MS = 20 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000
/** Short enough to see how it ends. */
const SHORT_LOCK_MS = 3 * 60 * 1000
/** Writes what then waits and is kept back. */
const WRITER = '573015550101'

const request = z.discriminatedUnion('kind', [
  z.object({ id: z.int(), kind: z.literal('scan'), qr: z.string(), number: z.string(), name: z.string() }),
  z.object({ id: z.int(), kind: z.literal('enter-code'), code: z.string(), number: z.string() }),
  z.object({ id: z.int(), kind: z.literal('fault'), fault: z.enum(PRACTICE_FAULTS), number: z.string() }),
  z.object({ id: z.int(), kind: z.literal('sign-passkey'), options: z.string() }),
  z.object({ id: z.int(), kind: z.literal('heal') }),
]) satisfies z.ZodType<SimulatorRequest>

/** What practice mode has arranged for the next scan, and what came of the last. */
interface Arranged {
  wrongPhone: boolean
  /** Digits of the phone that scanned or typed last: its owner's passkey is the one in hand. */
  inHand: string | null
}

/**
 * Puts a simulator under the control of practice mode. Gives the function that carries out one request and
 * answers it, `refused` with a sentence when the simulated phone or server will not. A message that is no
 * request is answered with `null`: there is no id to answer to.
 */
export function controlSimulator(
  simulator: Simulator,
): (message: unknown) => Promise<Exclude<SimulatorReply, { kind: 'ready' }> | null> {
  const arranged: Arranged = { wrongPhone: false, inHand: null }
  return async (message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) return null
    const { id } = parsed.data
    try {
      if (parsed.data.kind === 'sign-passkey') {
        if (arranged.inHand === null) throw new Error('no phone has scanned yet')
        const assertion = simulator.phone(arranged.inHand).signPasskey(parsed.data.options)
        return { kind: 'signed', id, assertion: JSON.stringify(assertion) }
      }
      await carryOut(simulator, arranged, parsed.data)
      return { kind: 'done', id }
    } catch (error) {
      return { kind: 'refused', id, reason: error instanceof Error ? error.message : String(error) }
    }
  }
}

async function carryOut(
  simulator: Simulator,
  arranged: Arranged,
  asked: Exclude<SimulatorRequest, { kind: 'sign-passkey' }>,
): Promise<void> {
  switch (asked.kind) {
    case 'scan': {
      const number = arranged.wrongPhone ? anotherNumber(asked.number) : asked.number
      arranged.wrongPhone = false
      arranged.inHand = number
      return begun((onPasskey) => simulator.phone(number, { name: asked.name }).scan(asked.qr, onPasskey))
    }
    case 'enter-code':
      arranged.inHand = asked.number
      return begun((onPasskey) => simulator.phone(asked.number).enterPairingCode(asked.code, onPasskey))
    case 'fault':
      return asked.fault === 'wrong-phone'
        ? void (arranged.wrongPhone = true)
        : cause(simulator, asked.fault, asked.number)
    case 'heal':
      arranged.wrongPhone = false
      return heal(simulator)
  }
}

/**
 * Waits until a link is made, or until the phone has nothing more to do for it: with a passkey it is the computer's
 * turn, and what becomes of it is seen there.
 */
function begun(link: (onPasskey: () => void) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    link(resolve).then(resolve, reject)
  })
}

function anotherNumber(number: string): string {
  return `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
}

async function cause(
  simulator: Simulator,
  fault: Exclude<PracticeFault, 'wrong-phone'>,
  number: string,
): Promise<void> {
  const phone = simulator.phone(number)
  switch (fault) {
    case 'connection-drop':
      return phone.device().dropTcp()
    case 'outage':
      return simulator.pause()
    case 'half-open':
      return phone.device().halfOpen()
    case 'unlinked-from-phone':
      return phone.device().unlink()
    case 'opened-elsewhere':
      return phone.device().conflict()
    case 'account-restricted':
      phone.device().refuseLogins(403)
      return phone.device().failure(403)
    case 'account-banned':
      phone.device().refuseLogins(406)
      return phone.device().failure(406)
    case 'link-retired':
      return phone.device().downgrade()
    case 'whatsapp-unavailable':
      simulator.setFault({ kind: 'login-failure', reason: 503 })
      for (const each of devices(simulator)) each.streamError(503)
      return
    case 'version-refused':
      simulator.setFault({ kind: 'login-failure', reason: 405 })
      for (const each of devices(simulator)) each.dropTcp()
      return
    case 'short-connections':
      simulator.setFault({ kind: 'short-login', afterMs: 500, by: 'drop' })
      return phone.device().dropTcp()
    case 'account-paused':
      simulator.setFault({
        kind: 'login-failure',
        reason: 402,
        attributes: { code: '101', expire: String(PAUSE_S) },
        forMs: PAUSE_S * 1000,
      })
      return phone.device().dropTcp()
    case 'garbled-answers':
      simulator.setFault({ kind: 'garbage' })
      return phone.device().dropTcp()
    case 'network-page':
      simulator.setFault({ kind: 'refuse-upgrade', status: 200, page: PORTAL_PAGE })
      return phone.device().dropTcp()
    case 'unknown-refusal':
      simulator.setFault({ kind: 'login-failure', reason: UNKNOWN_REASON })
      return phone.device().dropTcp()
    case 'login-unanswered':
      simulator.setFault({ kind: 'login-unanswered' })
      return phone.device().dropTcp()
    case 'wrong-clock':
      simulator.settings.clockSkewMs = WRONG_CLOCK_MS
      return phone.device().dropTcp()
    case 'undecryptable-messages':
      return simulator.flood(number, { senders: 6, each: 3 })
    case 'healing-messages':
      return simulator.flood(number, { senders: 6, each: 3, heals: true })
    case 'test-refused':
      return phone.device().refuseMessages(RESTRICTED)
    case 'code-retired':
      return phone.requireRefresh(true)
    case 'passkey-required':
      // The phone of practice mode is in nobody's hand.
      phone.passkeyRules.comparison = 'at-once'
      return phone.requirePasskey(true)
    case 'scan-failed':
      return phone.spoilNextScan(true)
    case 'code-refused':
      return simulator.setFault({ kind: 'code-refused', status: TOO_MANY_CODES })
    case 'phone-full':
      return phone.setFull(true)
    case 'phone-off':
      return phone.setOn(false)
    case 'new-chats-forbidden':
      return phone.setTimeLock({ type: 'DEFAULT', until: Date.now() + DAY_MS })
    case 'removed-while-limited': {
      const device = phone.device()
      phone.setTimeLock({ type: 'DEFAULT', until: Date.now() + SHORT_LOCK_MS })
      return device.unlink()
    }
    case 'queue-withheld':
      simulator.settings.queue = 'withheld'
      phone.device().dropTcp()
      return void (await simulator.contact(WRITER).sendText(number, 'hola'))
  }
}

/** Ends every fault that lasts. */
async function heal(simulator: Simulator): Promise<void> {
  simulator.setFault(null)
  simulator.settings.clockSkewMs = 0
  if (simulator.settings.queue === 'withheld') {
    simulator.settings.queue = 'given'
    for (const device of devices(simulator)) device.dropTcp()
  }
  for (const device of devices(simulator)) {
    device.refuseLogins(null)
    device.refuseMessages(null)
  }
  for (const phone of simulator.phones()) {
    phone.requireRefresh(false)
    phone.requirePasskey(false)
    phone.setFull(false)
    phone.setTimeLock(null)
    phone.setChatCap(null)
    phone.spoilNextScan(false)
    await phone.setOn(true)
  }
  await simulator.resume()
}

function devices(simulator: Simulator): readonly DeviceHandle[] {
  return simulator.phones().flatMap((phone) => phone.linkedDevices().map(({ id }) => phone.device(id)))
}
