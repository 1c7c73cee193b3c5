import type { Cause } from '../../contract/cause.ts'
import type { About, LinkStep, Millis } from '../../contract/session-view.ts'
import type { PasskeyStep, PasskeyTrouble, PasskeyWay } from '../../contract/passkey.ts'
import { PASSKEY_GRACE } from './policy.ts'
import type { OrganizationRecord, Quarantined } from '../record.ts'

/** What a session is doing. Each phase holds what is true only in it. */
export type Phase =
  | { readonly kind: 'unlinked'; readonly cause: Cause | null }
  /** Waits for its turn, so that two hundred sessions do not start at once. */
  | { readonly kind: 'queued'; readonly purpose: Purpose; readonly asked: boolean }
  /** Waits for its turn to connect again on the store that is open. */
  | {
      readonly kind: 'rejoining'
      readonly pairing: Pairing
      readonly renewVersion: boolean
      readonly asked: boolean
    }
  | { readonly kind: 'opening'; readonly purpose: Purpose; readonly until: Millis }
  | ({ readonly kind: 'connecting' } & Connecting)
  | { readonly kind: 'scan'; readonly shown: Qr | PhoneCode; readonly until: Millis }
  /** WhatsApp wants the link confirmed with the owner's passkey. */
  | ({ readonly kind: 'confirming' } & Confirming)
  | { readonly kind: 'linking'; readonly step: LinkStep; readonly until: Millis }
  | ({ readonly kind: 'online' } & Online)
  /** Between two attempts. */
  | {
      readonly kind: 'waiting'
      readonly nextAt: Millis
      readonly next: NextAttempt
      readonly pairing: Pairing
    }
  /** WhatsApp has been asked to remove the link; the socket stays until it answers. */
  | { readonly kind: 'logging-out'; readonly until: Millis }
  /** Something is being brought to its end; `next` is what follows once it is on disk. */
  | { readonly kind: 'leaving'; readonly activity: Activity; readonly next: Next; readonly until: Millis }
  /** A generation is being built from a snapshot, or an old link is being logged out. */
  | { readonly kind: 'restoring'; readonly to: number; readonly until: Millis }
  | { readonly kind: 'retiring'; readonly aside: Quarantined; readonly until: Millis }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'attention'; readonly cause: Cause; readonly about: About | null }
  | {
      readonly kind: 'unavailable'
      readonly cause: Cause
      readonly about: About | null
      readonly nextAt: Millis
    }

export interface Connecting {
  readonly pairing: Pairing
  readonly since: Millis
  readonly until: Millis
  /** Others may start meanwhile: what takes so long costs this computer nothing but waiting. */
  readonly slow: boolean
}

/** `link` ends in a QR where nothing is linked; `restore` never shows one. */
export type Purpose = 'link' | 'restore'

/** Whether this is the login that completes a pairing; its second try answers WhatsApp's transient 401. */
export type Pairing = 'none' | 'first-login' | 'second-login'

/** `inspect`: open and check the store anew first. `renew-version`: ask for WhatsApp's web version first. */
export type NextAttempt = 'connect' | 'inspect' | 'renew-version'

/** What the person sees meanwhile. */
export type Activity = 'connecting' | 'clearing' | 'logging-out' | 'stopping'
export type Next = 'rest' | Purpose

export interface PhoneCode {
  readonly kind: 'code'
  readonly code: string
  readonly number: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
}

export interface Qr {
  readonly kind: 'qr'
  readonly text: string
  readonly shownAt: Millis
  readonly expiresAt: Millis
  readonly index: number
  readonly of: number
}

/**
 * The confirmation with the owner's passkey, between the scan and the link. It happens on the socket that showed the
 * code; until WhatsApp sends the link nothing is linked, so whatever ends it leaves the organization as it was.
 */
export interface Confirming {
  readonly step: PasskeyStep
  readonly since: Millis
  readonly until: Millis
  readonly ways: readonly PasskeyWay[]
  /** In use, or offered first. */
  readonly way: PasskeyWay
  readonly code: string | null
  /** How many tries have come to nothing. */
  readonly failed: number
  /** What the last one came to. */
  readonly trouble: PasskeyTrouble | null
}

export interface Online {
  readonly number: string
  readonly accountName: string | null
  readonly platform: string | null
  readonly since: Millis
  readonly lastActivity: Millis
}

/** Where a session without a socket rests, by what is on disk. */
export function restingPhase(record: OrganizationRecord): Phase {
  if (record.heldBy) return { kind: 'attention', cause: record.heldBy, about: null }
  return record.linked ? { kind: 'stopped' } : { kind: 'unlinked', cause: null }
}

/** Whether the login that completes a pairing is still to come, or under way. */
export function pairingOf(phase: Phase): Pairing {
  switch (phase.kind) {
    case 'linking':
      // Afterwards WhatsApp has accepted it.
      return phase.step === 'scanned' ? 'first-login' : 'none'
    case 'connecting':
    case 'rejoining':
    case 'waiting':
      return phase.pairing
    default:
      return 'none'
  }
}

/** When the phase is over by itself, or null where it is not. */
export function dueOf(phase: Phase): Millis | null {
  switch (phase.kind) {
    case 'opening':
    case 'connecting':
    case 'scan':
    case 'linking':
    case 'logging-out':
    case 'restoring':
    case 'retiring':
    case 'leaving':
      return phase.until
    case 'confirming':
      return phase.until + PASSKEY_GRACE[phase.step]
    case 'waiting':
    case 'unavailable':
      return phase.nextAt
    case 'unlinked':
    case 'queued':
    case 'rejoining':
    case 'online':
    case 'stopped':
    case 'attention':
      return null
  }
}

/** Phases without socket and store, in which nothing happens before a person acts. */
export function isResting(phase: Phase): boolean {
  return phase.kind === 'unlinked' || phase.kind === 'stopped' || phase.kind === 'attention'
}

/** Phases in which a socket is there and may speak. */
export function holdsSocket(phase: Phase): boolean {
  switch (phase.kind) {
    case 'connecting':
    case 'scan':
    case 'confirming':
    case 'linking':
    case 'online':
    case 'logging-out':
      return true
    case 'leaving':
    case 'unlinked':
    case 'queued':
    case 'rejoining':
    case 'opening':
    case 'waiting':
    case 'restoring':
    case 'retiring':
    case 'stopped':
    case 'attention':
    case 'unavailable':
      return false
  }
}

/** Phases that wait for one of the limited turns to start. `asked`: a person waits for it. */
export function waitsForTurn(phase: Phase): phase is Extract<Phase, { kind: 'queued' | 'rejoining' }> {
  return phase.kind === 'queued' || phase.kind === 'rejoining'
}

/** Phases that hold one of them. */
export function holdsTurn(phase: Phase): boolean {
  return phase.kind === 'opening' || (phase.kind === 'connecting' && !phase.slow)
}
