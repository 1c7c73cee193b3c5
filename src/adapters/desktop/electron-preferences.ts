import { join } from 'node:path'
import ElectronStore, { type Options } from 'electron-store'
import {
  CHECK_INTERVALS,
  CLEAN_AFTER_DAYS,
  LANGUAGE_CHOICES,
  type Preferences,
  QUARANTINE_DAYS,
  SESSION_PREFIX,
  SNAPSHOT_DAYS,
  THEMES,
} from '../../contract/preferences.ts'
import { LESSON_NAMES, type LessonName } from '../../contract/practice.ts'
import { clearName, putAside } from '../files/aside.ts'
import { removeFileSync, replaceSync } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { errorCode } from '../files/patience.ts'
import { readTextSync } from '../files/plain-file.ts'

/** What a person has set or arranged. Nothing about organizations is kept here. */
export interface KeptPreferences extends Preferences {
  /** Size of the window in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number }
  /** It was said once that Enlace goes on when its window is closed. */
  readonly farewellSaid: boolean
  /** Practice mode has a file of its own: what has been learnt there. */
  readonly lessonsDone: readonly LessonName[]
}

const DEFAULTS: KeptPreferences = {
  window: { width: 1180, height: 760 },
  farewellSaid: false,
  lessonsDone: [],
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

/** Steps that change the file of an older version, by the version they lead to; each runs once. */
type Migrations = NonNullable<Options<KeptPreferences>['migrations']>

/** A field that is new needs no step of its own: an older file is completed with its default. */
const MIGRATIONS: Migrations = {}

export interface OpenedPreferences {
  readonly read: () => KeptPreferences
  /** What can be set, and nothing that only a newer version knows. */
  readonly chosen: () => Preferences
  /** Keeps what is given, and whatever else is in the file; returns whether it could be written. */
  readonly write: (changes: Partial<KeptPreferences>) => boolean
  /** The file could not be read whole and was kept under this name; defaults are in force for the rest. */
  readonly setAside: string | null
  /** There was no file that could be read whole: some of what is in force may not be what the person has chosen. */
  readonly lost: boolean
}

/** The defaults, for a start at which nothing can be kept. */
export const UNKEPT_PREFERENCES: OpenedPreferences = {
  read: () => DEFAULTS,
  chosen: () => chosenOf(DEFAULTS),
  write: () => false,
  setAside: null,
  lost: true,
}

const NAME = 'preferences'
/** Where conf notes which migrations have run. It keeps what the file has there, and nothing where it cannot read it. */
const NOTE = '__internal__'

/**
 * Opens `preferences.json` in `folder`. A damaged one is set aside, never overwritten and never fatal; where only
 * some of its values are of no use, the others are migrated and stay in force.
 *
 * @param version of Enlace, noted in the file for the migrations to come
 */
export function openPreferences(
  folder: string,
  version: string,
  migrations: Migrations = MIGRATIONS,
): OpenedPreferences {
  const path = join(folder, `${NAME}.json`)
  let lost = false
  let setAside: string | null = null
  let opened: ElectronStore<KeptPreferences>
  try {
    // Conf would follow a link, and wait for a pipe.
    lost = !canBeRead(path)
    opened = open(folder, version, migrations)
  } catch {
    setAside = putAside(path)
    lost = true
    const found = migrated(folder, version, migrations, contentsOf(setAside))
    writeNote(path, found[NOTE])
    opened = open(folder, version, migrations)
    salvage(opened, found)
  }
  const note = contentsOf(path)[NOTE]
  // The file is read once: what happens to it while the program runs changes nothing, and the next write mends it.
  let kept = opened.store
  return {
    setAside,
    lost,
    read: () => kept,
    chosen: () => chosenOf(kept),
    write(changes) {
      try {
        clearName(path)
        const next = { ...kept, ...changes }
        // Without it every migration would run again, over values that have been through them.
        if (contentsOf(path)[NOTE] === undefined) writeNote(path, note)
        opened.store = next
        kept = next
        return true
      } catch {
        return false
      }
    },
  }
}

function chosenOf(kept: KeptPreferences): Preferences {
  return {
    language: kept.language,
    theme: kept.theme,
    openAtLogin: kept.openAtLogin,
    keepInTray: kept.keepInTray,
    notifications: kept.notifications,
    keepAwake: kept.keepAwake,
    sessionPrefix: kept.sessionPrefix,
    checkInterval: kept.checkInterval,
    snapshotDays: kept.snapshotDays,
    quarantineDays: kept.quarantineDays,
    cleanAfterDays: kept.cleanAfterDays,
  }
}

/** Takes over every value that the schema accepts, one by one. */
function salvage(opened: ElectronStore<KeptPreferences>, { [NOTE]: _note, ...found }: Contents): void {
  for (const [name, value] of Object.entries(found)) {
    try {
      opened.set(name, value)
    } catch {
      // This is the value, or one of those, for which the file was set aside: its default is in force.
    }
  }
}

/**
 * What was in a damaged file, led to this version before anybody asks whether it is of use: an older value need not be
 * one that this version accepts. Where a step fails, what was found stays as it was, and no step is owed any more.
 */
function migrated(folder: string, version: string, migrations: Migrations, found: Contents): Contents {
  const path = join(folder, `${NAME}.json`)
  if (Object.keys(found).length === 0) return found
  try {
    replaceSync(path, JSON.stringify(found))
    void new ElectronStore<KeptPreferences>({
      cwd: folder,
      name: NAME,
      clearInvalidConfig: false,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      projectVersion: version,
      migrations,
    })
    return contentsOf(path)
  } catch {
    const { [NOTE]: _note, ...values } = found
    return values
  } finally {
    removeFileSync(path)
  }
}

/** A file that says nothing but which migrations have run; none where that is not known. */
function writeNote(path: string, note: unknown): void {
  if (note !== undefined) replaceSync(path, JSON.stringify({ [NOTE]: note }))
}

/** Whether it is there. @throws where it is, and no file that can be read */
function canBeRead(path: string): boolean {
  try {
    readTextSync(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

type Contents = Readonly<Record<string, unknown>>

/** What is in a file that may be anything; nothing where it is no file of preferences. */
function contentsOf(path: string): Contents {
  try {
    return { ...parse(readTextSync(path)) }
  } catch {
    return {}
  }
}

/** Conf would take anything else for an empty file, and write over it. @throws where it is no JSON object */
function parse(text: string): object {
  const json = parseJson(text)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new TypeError('no JSON object')
  return json
}

function open(folder: string, version: string, migrations: Migrations): ElectronStore<KeptPreferences> {
  return new ElectronStore<KeptPreferences>({
    cwd: folder,
    name: NAME,
    defaults: DEFAULTS,
    clearInvalidConfig: false,
    configFileMode: 0o600,
    deserialize: (text) => ({ ...DEFAULTS, ...parse(text) }),
    // A name is a name, whatever points are in it.
    accessPropertiesByDotNotation: false,
    projectVersion: version,
    // To compile the schema of schemas takes longer than all else here, and an unknown keyword is refused anyway.
    ajvOptions: { validateSchema: false, meta: false },
    migrations,
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
      farewellSaid: { type: 'boolean' },
      lessonsDone: { type: 'array', items: { enum: LESSON_NAMES } },
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
