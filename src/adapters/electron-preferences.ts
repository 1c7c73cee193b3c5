import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'

/** What a person has set or arranged. Nothing about organizations is kept here. */
export interface Preferences {
  /** Size of the window in CSS pixels. */
  window: { width: number; height: number }
  /** Seconds between two looks at the folders; null for never. */
  checkInterval: 15 | 30 | 60 | null
  /** Days in which what was cleared or removed can be brought back. */
  quarantineDays: 1 | 7 | 30
  /** Days without use after which a session is proposed for cleaning; null for never. */
  cleanAfterDays: 30 | 60 | 90 | null
}

const DEFAULTS: Preferences = {
  window: { width: 1180, height: 760 },
  checkInterval: 30,
  quarantineDays: 7,
  cleanAfterDays: null,
}

export interface OpenedPreferences {
  readonly read: () => Preferences
  /** Keeps what is given; returns whether it could be written. */
  readonly write: (changes: Partial<Preferences>) => boolean
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
  let opened: ElectronStore<Preferences>
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

function open(folder: string): ElectronStore<Preferences> {
  return new ElectronStore<Preferences>({
    cwd: folder,
    name: NAME,
    defaults: DEFAULTS,
    clearInvalidConfig: false,
    schema: {
      checkInterval: { enum: [15, 30, 60, null] },
      quarantineDays: { enum: [1, 7, 30] },
      cleanAfterDays: { enum: [30, 60, 90, null] },
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
