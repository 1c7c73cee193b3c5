import type { CauseCode } from '../contract/cause.ts'
import type { Status } from '../contract/session-view.ts'

/**
 * The support guide: for the person on the phone, while somebody stands behind a counter. What the screen says is taken
 * from the dictionary; what is quoted of it stands between `**` and is found there word for word.
 */
export interface Guide {
  readonly title: string
  readonly intro: string
  /** What the window calls the way in. */
  readonly open: string
  readonly headings: GuideHeadings
  readonly states: Readonly<Record<Status, StateHelp>>
  /** What has no code of its own, in the order in which it is needed. */
  readonly topics: readonly Topic[]
  readonly pages: Readonly<Record<CauseCode, GuidePage>>
}

export interface GuideHeadings {
  readonly start: string
  readonly states: string
  readonly state: string
  readonly means: string
  readonly toDo: string
  readonly warnings: string
  readonly warningsIntro: string
  /** Over what the window says where nothing runs at all. */
  readonly blocked: string
  readonly blockedIntro: string
  readonly codes: string
  readonly sees: string
  readonly say: string
  readonly press: string
  readonly otherwise: string
  readonly escalate: string
  /** Of a picture. */
  readonly picture: (code: string) => string
  readonly back: string
}

/** One light, in words. */
export interface StateHelp {
  readonly means: string
  readonly toDo: string
}

export interface Topic {
  readonly title: string
  readonly lines: readonly string[]
}

/** What to do about one support code. */
export interface GuidePage {
  /** To be read aloud. */
  readonly say: string
  /** What the person behind the counter does, one thing after another. */
  readonly press: readonly string[]
  /** Where that did not help. */
  readonly otherwise: string
  /** When to pass it on, and with what. */
  readonly escalate: string
}
