import type { LessonName } from './practice.ts'

export const LANGUAGES = ['es', 'en', 'pt'] as const
export type Language = (typeof LANGUAGES)[number]

/** `system` follows what the computer is set to. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export const THEMES = ['system', 'light', 'dark'] as const

/** How often the folders on disk are compared with what runs, in seconds; null for never. */
export const CHECK_INTERVALS = [15, 30, 60, null] as const

/** After how many days a session that works is copied again. */
export const SNAPSHOT_DAYS = [1, 3, 7] as const

/** For how many days what was cleared or removed can be brought back. */
export const QUARANTINE_DAYS = [1, 7, 30] as const

/** After how many days without use a session is proposed for cleaning; null for never. */
export const CLEAN_AFTER_DAYS = [30, 60, 90, null] as const

/** What stands before the id in the session names of new organizations: letters and digits, 1 to 16. */
export const SESSION_PREFIX = /^[A-Za-z0-9]{1,16}$/

/** What a person can set; each choice is in force as soon as it is made. */
export interface Preferences {
  readonly language: (typeof LANGUAGE_CHOICES)[number]
  readonly theme: (typeof THEMES)[number]
  /** Starts with the computer, without a window. */
  readonly openAtLogin: boolean
  /** Closing the window keeps Enlace running beside the clock. */
  readonly keepInTray: boolean
  /** Tells outside the window when an organization needs a person, and when it is back. */
  readonly notifications: boolean
  /** Keeps the computer from sleeping while sessions run. */
  readonly keepAwake: boolean
  readonly sessionPrefix: string
  readonly checkInterval: (typeof CHECK_INTERVALS)[number]
  readonly snapshotDays: (typeof SNAPSHOT_DAYS)[number]
  readonly quarantineDays: (typeof QUARANTINE_DAYS)[number]
  readonly cleanAfterDays: (typeof CLEAN_AFTER_DAYS)[number]
}

/** The preferences, and what follows from them. */
export interface Settings {
  readonly preferences: Preferences
  /** The language in force. */
  readonly language: Language
  /** A PIN is asked for before a session is cleared, logged out or removed. */
  readonly pinSet: boolean
  /** Practice mode: the lessons that have been done on this computer. */
  readonly lessonsDone: readonly LessonName[]
}
