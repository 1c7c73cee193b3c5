import type { PracticeFault } from '../../contract/practice.ts'
import { failure, ok, type Result } from '../../contract/result.ts'
import { type SimulatorChild, startSimulatorChild } from './simulator-child.ts'

/** The practice mode's WhatsApp and phones: a process of its own, so that they share nothing with the sessions. */
export interface SimulatedWhatsApp {
  /** Loopback WebSocket address; the same after a restart. */
  readonly url: string
  /** Whether its process is there. */
  readonly running: boolean
  /** @param number digits of the phone that scans; `name` is its owner's */
  scan(phone: { readonly number: string; readonly name: string }, qr: string): Promise<Result<null>>
  /** @param number digits of the phone that types it */
  enterCode(number: string, code: string): Promise<Result<null>>
  /** @param number digits of the phone whose link it concerns */
  fault(number: string, fault: PracticeFault): Promise<Result<null>>
  /**
   * Signs with the passkey in a phone, as its owner's authenticator would.
   *
   * @param options WebAuthn's request as JSON
   * @returns the credential as JSON
   */
  signPasskey(options: string): Promise<Result<string>>
  heal(): Promise<Result<null>>
  /** Starts it again after it has ended by itself, with the phones and links it had. */
  restart(): Promise<Result<null>>
  end(): void
}

/**
 * Starts the simulator.
 *
 * @param stateFile where it keeps its phones and linked devices between runs
 * @param onChange it has ended by itself, or is back
 * @throws where the process ends before it is ready
 */
export async function startSimulatedWhatsApp(
  stateFile: string,
  onChange: () => void,
): Promise<SimulatedWhatsApp> {
  let child: SimulatorChild | null = null
  let starting: Promise<Result<null>> | null = null
  let over = false

  const start = async (port: number): Promise<SimulatorChild> => {
    const onEnded = () => {
      child = null
      if (!over) onChange()
    }
    child = await startSimulatorChild({ stateFile, port, onEnded })
    return child
  }
  const { url } = await start(0)

  // On the same port: the sessions know no other address.
  const startAgain = async (): Promise<Result<null>> => {
    try {
      await start(Number(new URL(url).port))
    } catch {
      return failure('simulator', { reason: 'ended' })
    } finally {
      starting = null
    }
    onChange()
    return ok(null)
  }
  const ask = (order: Parameters<SimulatorChild['ask']>[0]) =>
    child?.ask(order) ?? Promise.resolve(failure('simulator', { reason: 'ended' }))

  return {
    url,
    get running() {
      return child !== null
    },
    scan: ({ number, name }, qr) => ask({ kind: 'scan', qr, number, name }),
    enterCode: (number, code) => ask({ kind: 'enter-code', code, number }),
    fault: (number, fault) => ask({ kind: 'fault', fault, number }),
    signPasskey: (options) =>
      child?.sign({ options }) ?? Promise.resolve(failure('simulator', { reason: 'ended' })),
    heal: () => ask({ kind: 'heal' }),
    restart: () => {
      if (child) return Promise.resolve(ok(null))
      starting ??= startAgain()
      return starting
    },
    end: () => {
      over = true
      child?.kill()
    },
  }
}
