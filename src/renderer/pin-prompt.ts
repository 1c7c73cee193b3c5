import { create } from 'zustand'
import type { CommandName } from '../contract/commands.ts'
import { failure, type Failure, type Result } from '../contract/result.ts'
import type { SessionCommand } from '../contract/session-view.ts'

/** What the PIN is asked for: a command, and which one of a session. */
export interface PinSubject {
  readonly name: CommandName
  readonly sessionCommand: SessionCommand | null
}

/** The question on screen. It stays as it was while its dialog closes. */
export interface PinPrompt {
  readonly open: boolean
  readonly subject: PinSubject
  /** Why main wants one: none came with the command, it was wrong, or there is a wait. */
  readonly refusal: Failure
  /** Main has the PIN and has not answered. */
  readonly checking: boolean
  /** How often it was asked for. */
  readonly asked: number
}

export const usePinPrompt = create<{ readonly prompt: PinPrompt | null }>()(() => ({ prompt: null }))

let answerWith: (pin: string | null) => void = () => {}

/**
 * Calls a command, and where main wants the PIN for it, asks for one and calls it again, until the PIN is right or
 * the person gives up: then it was refused as `pin-required`. The PIN itself is kept nowhere.
 */
export async function withPin<T>(
  subject: PinSubject,
  call: (pin?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  let answer = await call()
  if (answer.ok || !wantsPin(answer.error)) return answer
  while (!answer.ok && wantsPin(answer.error)) {
    const pin = await ask(subject, answer.error)
    if (pin === null) return failure('pin-required')
    answer = await call(pin)
  }
  change({ open: false })
  return answer
}

/** Whether a refusal is about the PIN and nothing else. */
export function wantsPin({ code }: Failure): boolean {
  return code === 'pin-required' || code === 'pin-wrong' || code === 'pin-wait'
}

export function answerPin(pin: string): void {
  change({ checking: true })
  answerWith(pin)
}

/** The command is not carried out. While main checks a PIN it is too late for that. */
export function giveUpPin(): void {
  if (usePinPrompt.getState().prompt?.checking) return
  change({ open: false })
  answerWith(null)
}

function ask(subject: PinSubject, refusal: Failure): Promise<string | null> {
  // Two questions at once: the one that was there first is given up.
  answerWith(null)
  const asked = (usePinPrompt.getState().prompt?.asked ?? 0) + 1
  usePinPrompt.setState({ prompt: { open: true, subject, refusal, checking: false, asked } })
  return new Promise((resolve) => {
    answerWith = resolve
  })
}

function change(changes: Partial<PinPrompt>): void {
  usePinPrompt.setState(({ prompt }) => ({ prompt: prompt && { ...prompt, ...changes } }))
}
