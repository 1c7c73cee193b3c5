import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import {
  CHECK_INTERVALS,
  CLEAN_AFTER_DAYS,
  LANGUAGE_CHOICES,
  type Preferences,
  QUARANTINE_DAYS,
  SESSION_PREFIX,
  SNAPSHOT_DAYS,
  THEMES,
} from '../contract/preferences.ts'

/** What a person has set or arranged. Nothing about organizations is kept here. */
export interface KeptPreferences extends Preferences {
  /** Size of the window in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number }
}

const DEFAULTS: KeptPreferences = {
  window: { width: 1180, height: 760 },
  language: 'system',
  theme: 'system',
  openAtLogin: false,
  keepInTray: true,
  notifications: true,
  keepAwake: false,
  sessionPrefix: 'org',
  checkInterval: 30,
  snapshotDays: 1,
  quarantineDays: 7,
  cleanAfterDays: null,
}

export interface OpenedPreferences {
  readonly read: () => KeptPreferences
  /** Keeps what is given; returns whether it could be written. */
  readonly write: (changes: Partial<KeptPreferences>) => boolean
  /** The file could not be read and was kept under this name; defaults are in force. */
  readonly setAside: string | null
}

/** The defaults, for a start at which nothing can be kept. */
export const UNKEPT_PREFERENCES: OpenedPreferences = {
  read: () => DEFAULTS,
  write: () => false,
  setAside: null,
}

const NAME = 'preferences'

/** Opens `preferences.json` in `folder`. A damaged one is set aside, never overwritten and never fatal. */
export function openPreferences(folder: string): OpenedPreferences {
  let setAside: string | null = null
  let opened: ElectronStore<KeptPreferences>
  try {
    opened = open(folder)
  } catch {
    setAside = aside(folder)
    opened = open(folder)
  }
  return {
    setAside,
    read: () => opened.store,
    write(changes) {
      try {
        opened.set(changes)
        return true
      } catch {
        return false
      }
    },
  }
}

/** Puts the damaged file under a name of its own, and says which. */
function aside(folder: string): string {
  let n = 1
  while (existsSync(asidePath(folder, n))) n += 1
  renameSync(join(folder, `${NAME}.json`), asidePath(folder, n))
  return asidePath(folder, n)
}

function asidePath(folder: string, n: number): string {
  return join(folder, `${NAME}.damaged-${n}.json`)
}

function open(folder: string): ElectronStore<KeptPreferences> {
  return new ElectronStore<KeptPreferences>({
    cwd: folder,
    name: NAME,
    defaults: DEFAULTS,
    clearInvalidConfig: false,
    schema: {
      language: { enum: LANGUAGE_CHOICES },
      theme: { enum: THEMES },
      openAtLogin: { type: 'boolean' },
      keepInTray: { type: 'boolean' },
      notifications: { type: 'boolean' },
      keepAwake: { type: 'boolean' },
      sessionPrefix: { type: 'string', pattern: SESSION_PREFIX.source },
      checkInterval: { enum: CHECK_INTERVALS },
      snapshotDays: { enum: SNAPSHOT_DAYS },
      quarantineDays: { enum: QUARANTINE_DAYS },
      cleanAfterDays: { enum: CLEAN_AFTER_DAYS },
      window: {
        type: 'object',
        properties: {
          width: { type: 'number', minimum: 400, maximum: 20_000 },
          height: { type: 'number', minimum: 300, maximum: 20_000 },
        },
        required: ['width', 'height'],
        additionalProperties: false,
      },
    },
  })
}
