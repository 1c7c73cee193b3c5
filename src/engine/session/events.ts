import type { Cause } from '../../contract/cause.ts'
import type { About, Finding, Millis, SessionCommand } from '../../contract/session-view.ts'
import type { PasskeyWay } from '../../contract/passkey.ts'
import type { RestoreOutcome, SocketEvent } from '../ports.ts'
import type { OrganizationRecord, Quarantined, Source } from '../record.ts'
import type { Session, SessionSettings } from './session.ts'

/**
 * What can happen to a session. What the clock says and the dice throw comes in with it, because the transition has
 * neither; `uptime` counts on whatever the clock is set to.
 */
export type Event = { readonly at: Millis; readonly uptime: Millis; readonly random: number } & Occurrence

export type Occurrence =
  /** `number` in digits. */
  | { readonly type: 'link-by-phone'; readonly number: string }
  | { readonly type: 'rename'; readonly name: string }
  /** The folders were looked at; this one's is there, or not. */
  | { readonly type: 'patrol'; readonly folderThere: boolean }
  /** The computer has woken up, or the way to WhatsApp is open again: what waits tries at once. */
  | { readonly type: 'nudge' }
  /** The program has started. */
  | { readonly type: 'start' }
  | { readonly type: 'command'; readonly command: SessionCommand }
  /** Its turn to start has come. */
  | { readonly type: 'turn'; readonly epoch: number }
  | {
      readonly type: 'opened'
      readonly epoch: number
      readonly contents: 'blank' | 'linked'
      readonly number: string | null
      /** The name of the organization that already runs this account. */
      readonly takenBy: string | null
      readonly snapshotAt: Millis | null
      readonly findings: readonly Finding[]
      readonly values: number
    }
  | {
      readonly type: 'open-failed'
      readonly epoch: number
      readonly cause: Cause
      readonly about: About | null
      readonly snapshotAt: Millis | null
    }
  | { readonly type: 'snapshot-made'; readonly snapshotAt: Millis }
  | { readonly type: 'renewed'; readonly epoch: number; readonly values: number }
  | { readonly type: 'restored'; readonly epoch: number; readonly outcome: RestoreOutcome }
  /** `confirmed`: WhatsApp no longer knows the old link. */
  | { readonly type: 'retired'; readonly epoch: number; readonly confirmed: boolean }
  | { readonly type: 'settings'; readonly settings: SessionSettings }
  /** A look at what is in quarantine: what has been for too long is noted, and goes at a later look. */
  | { readonly type: 'expire' }
  | { readonly type: 'remove' }
  /** The computer's clock has been set. */
  | { readonly type: 'clock-set' }
  /** The folder that the session came from was looked at. */
  | { readonly type: 'source-seen'; readonly there: boolean }
  /** What the person wants to become of that folder; null once nothing of the session is left in it. */
  | { readonly type: 'source-settled'; readonly source: Source | null }
  | {
      readonly type: 'socket'
      readonly epoch: number
      readonly event: SocketEvent
      /** With `open`: the name of the organization that already runs this account. */
      readonly takenBy: string | null
    }
  | { readonly type: 'logged-out'; readonly epoch: number; readonly confirmed: boolean }
  | { readonly type: 'written'; readonly epoch: number }
  /** `onDisk` is what the record still says, because the new one could not be written. */
  | {
      readonly type: 'write-failed'
      readonly epoch: number
      readonly cause: Cause
      readonly onDisk: OrganizationRecord
    }
  /** Another program has changed the record on disk: what was to be done here was about something that is no more. */
  | { readonly type: 'overtaken'; readonly record: OrganizationRecord }
  /** An effect failed in a way that nobody foresaw. */
  | { readonly type: 'defect'; readonly epoch: number; readonly cause: Cause }
  /** The time that `alarmOf` asked for has come, measured as a duration: the computer's clock may have been set since. */
  | { readonly type: 'alarm'; readonly due: Millis }

/** What the transition asks for. The runner carries them out in order, one at a time. */
export type Effect =
  | { readonly type: 'open'; readonly epoch: number; readonly record: OrganizationRecord }
  | { readonly type: 'connect'; readonly epoch: number; readonly renewVersion: boolean }
  /** Makes sure that the socket's other side is still there. */
  | { readonly type: 'check' }
  | { readonly type: 'checkpoint'; readonly epoch: number }
  | { readonly type: 'request-code'; readonly epoch: number; readonly number: string }
  | { readonly type: 'use-passkey'; readonly epoch: number; readonly way: PasskeyWay }
  | { readonly type: 'confirm-code'; readonly epoch: number }
  | { readonly type: 'test'; readonly epoch: number }
  /** Sends one-time keys, although WhatsApp has refused them. */
  | { readonly type: 'send-keys'; readonly epoch: number }
  | { readonly type: 'log-out'; readonly epoch: number }
  | { readonly type: 'snapshot'; readonly epoch: number }
  /** Looks whether keys still lie where the session came from. */
  | { readonly type: 'look-for-source'; readonly source: Source }
  | { readonly type: 'renew'; readonly epoch: number }
  | {
      readonly type: 'restore'
      readonly epoch: number
      readonly record: OrganizationRecord
      readonly to: number
    }
  | {
      readonly type: 'retire'
      readonly epoch: number
      readonly record: OrganizationRecord
      readonly aside: Quarantined
    }
  /** Deletes a generation that the record on disk no longer names. */
  | { readonly type: 'discard'; readonly epoch: number; readonly generation: number }
  /** Deletes what the record on disk names no generation for: keys that a crash has left behind. */
  | { readonly type: 'sweep'; readonly epoch: number }
  /** `vital`: what follows makes no sense without it. Any other write is tried again a little later. */
  | {
      readonly type: 'write'
      readonly epoch: number
      readonly record: OrganizationRecord
      readonly vital: boolean
    }
  /** Frees the socket; the store stays open. */
  | { readonly type: 'disconnect' }
  /** Frees the socket and closes the store. */
  | { readonly type: 'close' }

export interface Step {
  readonly session: Session
  readonly effects: readonly Effect[]
}
