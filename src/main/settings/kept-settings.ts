import { join } from 'node:path'
import {
  openPreferences,
  type OpenedPreferences,
  UNKEPT_PREFERENCES,
} from '../../adapters/desktop/electron-preferences.ts'
import { isThere } from '../../adapters/files/folder.ts'
import { NO_PIN, openPin } from '../../adapters/pin/pin-file.ts'
import { scryptHasher } from '../../adapters/pin/scrypt-hasher.ts'
import { syncService } from '../../adapters/installation/synced-folder.ts'
import { systemClock } from '../../adapters/runtime/system-clock.ts'
import type { Notice } from '../../contract/commands.ts'
import type { LessonName } from '../../contract/practice.ts'
import type { Language, Preferences, Settings } from '../../contract/preferences.ts'
import { PinGuard } from '../../engine/pin/pin-guard.ts'
import type { SupervisorSettings } from '../../engine/keeping/supervisor.ts'
import { languageOf } from '../../text/text.ts'
import type { Obstacle } from '../start/obstacle.ts'
import { supervisorSettings } from './supervisor-settings.ts'

/** What the person has set, as it is kept in the data folder. */
export class KeptSettings {
  readonly preferences: OpenedPreferences
  readonly pin: PinGuard
  /** What was found wrong with the files. */
  readonly notices: readonly Notice[]
  readonly #systemLanguage: Language
  /** It is not known for how long the person wants things kept. */
  #keepsLongest: boolean

  private constructor(
    preferences: OpenedPreferences,
    pin: PinGuard,
    notices: readonly Notice[],
    systemLanguage: Language,
    keepsLongest: boolean,
  ) {
    this.preferences = preferences
    this.pin = pin
    this.notices = notices
    this.#systemLanguage = systemLanguage
    this.#keepsLongest = keepsLongest
  }

  /** @param version of the program, for the migrations */
  static async open(
    folder: string,
    version: string,
    systemLanguage: Language,
    obstacle: Obstacle,
  ): Promise<KeptSettings> {
    const preferences = await obstacle.past(() => openPreferences(folder, version), UNKEPT_PREFERENCES)
    const pin = await obstacle.past(() => openPin(folder), NO_PIN)
    const service = syncService(folder)
    const notices: Notice[] = []
    if (preferences.setAside) notices.push({ code: 'preferences-reset', keptAs: preferences.setAside })
    if (pin.setAside) notices.push({ code: 'pin-reset', keptAs: pin.setAside })
    if (service !== null) notices.push({ code: 'synced-folder', service })
    return new KeptSettings(
      preferences,
      new PinGuard({ clock: systemClock, hasher: scryptHasher(), ...pin }, pin.kept),
      notices,
      systemLanguage,
      // Not at the very first start, which has lost nothing.
      preferences.lost && (await isThere(join(folder, 'organizations')).catch(() => true)),
    )
  }

  /** The language in force. */
  get language(): Language {
    return languageOf(this.preferences.read(), this.#systemLanguage)
  }

  /** What the window is told. */
  get shown(): Settings {
    return {
      preferences: this.preferences.chosen(),
      language: this.language,
      pinSet: this.pin.isSet,
      lessonsDone: this.preferences.read().lessonsDone,
    }
  }

  /** What the engine is told. */
  get forEngine(): SupervisorSettings {
    return supervisorSettings(this.preferences.read(), this.#keepsLongest)
  }

  /** Whether it could be kept that a lesson of practice mode has been done. */
  lessonDone(lesson: LessonName): boolean {
    const { lessonsDone } = this.preferences.read()
    return lessonsDone.includes(lesson) || this.preferences.write({ lessonsDone: [...lessonsDone, lesson] })
  }

  /** Whether they could be kept. */
  choose(chosen: Preferences): boolean {
    const decided = chosen.quarantineDays !== this.preferences.chosen().quarantineDays
    const kept = this.preferences.write(chosen)
    if (kept && decided) this.#keepsLongest = false
    return kept
  }
}
