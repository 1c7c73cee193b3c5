import type { Cause } from '../../../contract/cause.ts'
import type { SessionCommand, SessionView, Status } from '../../../contract/session-view.ts'

/** A guided reset under way: from the question, over the clear, to the link that takes the old one's place. */
export interface Reset {
  /**
   * - `asking`: nothing has been done.
   * - `sending`: the second click was made; main has not taken it yet, as while it asks for a PIN.
   * - `taken`: main has, and the session is about to move.
   * - `running`: it is being cleared or linked again, without a further click.
   * - `done`: the new link has worked; it stays so until the person closes it.
   */
  readonly stage: 'asking' | 'sending' | 'taken' | 'running' | 'done'
  /** What was wrong when it was opened: its support code stays in view until the new link works. */
  readonly cause: Cause | null
  /** What kept the last attempt from clearing. Nothing was cleared by it. */
  readonly obstacle: Cause | null
  /** The state of the session when main took the second click. */
  readonly from: Status
}

export function openedReset(session: SessionView): Reset {
  return { stage: 'asking', cause: causeOf(session), obstacle: null, from: session.status }
}

/** The second click. */
export function pressedReset(reset: Reset): Reset {
  return { ...reset, stage: 'sending', obstacle: null }
}

/** Main has answered the second click; one that was refused can be made again. */
export function answeredReset(reset: Reset, { status }: SessionView, accepted: boolean): Reset {
  if (reset.stage !== 'sending') return reset
  return accepted ? { ...reset, stage: 'taken', from: status } : { ...reset, stage: 'asking' }
}

/** The reset after its session has changed. Returns the same one where that means nothing to it. */
export function resetAfter(reset: Reset, session: SessionView): Reset {
  switch (reset.stage) {
    case 'asking':
    case 'done':
      return reset
    case 'sending':
      return isClearing(session) ? { ...reset, stage: 'running' } : reset
    case 'taken':
      // Sessions move for other reasons too, but not between being told to clear and doing it.
      return session.status === reset.from ? reset : resetAfter({ ...reset, stage: 'running' }, session)
    case 'running':
      if (session.status === 'online') return { ...reset, stage: 'done' }
      // What may still be cleared has not been: the write that names the new generation failed.
      if (session.status === 'unavailable' && session.allowed.includes('clear')) {
        return { ...reset, stage: 'asking', obstacle: session.cause }
      }
      return reset
  }
}

/** Whether it only asks: nothing has moved. */
export function asksStill({ stage }: Reset): boolean {
  return stage === 'asking' || stage === 'sending' || stage === 'taken'
}

export const RESET_STEPS = ['phone', 'clear', 'scan', 'link'] as const
export type ResetStep = (typeof RESET_STEPS)[number]
export type ResetProgress = 'done' | 'current' | 'ahead'

/** How far a step is once the reset runs. */
export function resetProgress(step: ResetStep, { stage }: Reset, session: SessionView): ResetProgress {
  if (stage === 'done') return 'done'
  const current = RESET_STEPS.indexOf(stage === 'running' ? stepOf(session) : 'clear')
  const position = RESET_STEPS.indexOf(step)
  if (position < current) return 'done'
  return position === current ? 'current' : 'ahead'
}

function stepOf(session: SessionView): ResetStep {
  switch (session.status) {
    case 'starting':
      return isClearing(session) ? 'clear' : 'scan'
    case 'linking':
    case 'online':
    case 'attention':
      return 'link'
    case 'scan':
    case 'unlinked':
    case 'reconnecting':
    case 'stopped':
    case 'unavailable':
      return 'scan'
  }
}

/** What is in the way of this and of nothing else: every other command leaves the guided reset. */
const GOING_ON: ReadonlySet<SessionCommand> = new Set([
  'link',
  'retry',
  'accept-number',
  'use-passkey',
  'use-passkey-otherwise',
  'confirm-code',
  'deny-code',
])

/** Whether a command pressed on the way goes on with the reset instead of giving it up. */
export function goesOn(command: SessionCommand): boolean {
  return GOING_ON.has(command)
}

/** The cause whose code the two people on the phone look at now; null once the new link works. */
export function causeInView({ stage, cause, obstacle }: Reset, session: SessionView): Cause | null {
  if (stage === 'done') return null
  return causeOf(session) ?? obstacle ?? cause
}

function isClearing(session: SessionView): boolean {
  return session.status === 'starting' && session.activity === 'clearing'
}

function causeOf(session: SessionView): Cause | null {
  return 'cause' in session ? session.cause : null
}
