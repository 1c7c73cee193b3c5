import type { SQLOutputValue } from 'node:sqlite'
import { type Ending, type Happening, SHOWN_STATES, TEST_RESULTS } from '../../contract/activity.ts'
import { type Cause, isCauseCode } from '../../contract/cause.ts'
import { RESTRICTION_KINDS } from '../../contract/restriction.ts'
import type { RepairReport } from '../../contract/session-view.ts'
import type { JournalEntry } from '../../engine/ports.ts'

/** A row as it is written: the program's own entries have no organization. */
export interface JournalRow {
  readonly organization: string
  readonly at: number
  readonly kind: JournalEntry['kind']
  readonly what: string
  readonly cause: string | null
  /** WhatsApp's number of a cause, or when a restriction ends. */
  readonly code: number | null
  readonly number: string | null
  /** The number before, the step of a repair, the result of a test, or the kind of a restriction. */
  readonly detail: string | null
}

const NOTHING = { cause: null, code: null, number: null, detail: null }

export function rowOf(entry: JournalEntry): JournalRow {
  const { at, kind } = entry
  switch (kind) {
    case 'program':
      return { ...NOTHING, organization: '', at, kind, what: entry.what }
    case 'state': {
      const { organizationId: organization, state, cause, number } = entry
      const { code, detail } = cause ?? { code: null, detail: null }
      return { organization, at, kind, what: state, cause: code, code: detail, number, detail: null }
    }
    case 'happening':
      return { ...NOTHING, organization: entry.organizationId, at, kind, ...happeningFields(entry.happening) }
  }
}

function happeningFields(happening: Happening): Pick<JournalRow, 'what'> & Partial<JournalRow> {
  const { what } = happening
  switch (what) {
    case 'linked':
    case 'number-changed':
      return { what, number: happening.number, detail: happening.former }
    case 'repaired':
      return { what, detail: happening.step }
    case 'tested':
      return { what, detail: happening.result }
    case 'limited':
      return { what, detail: happening.kind, code: happening.until }
    case 'cleared':
    case 'undone':
    case 'logged-out':
    case 'removed':
      return { what }
  }
}

/** Null for what this version does not know: a newer one may have written it. */
export function entryOf(row: Readonly<Record<string, SQLOutputValue>>): JournalEntry | null {
  const at = Number(row['at'])
  const organizationId = textIn(row['organization']) ?? ''
  const what = textIn(row['what']) ?? ''
  const number = textIn(row['number'])
  switch (row['kind']) {
    case 'program': {
      const known = PROGRAM.find((name) => name === what)
      return known ? { kind: 'program', at, what: known } : null
    }
    case 'state': {
      const state = SHOWN_STATES.find((name) => name === what)
      return state ? { kind: 'state', at, organizationId, state, number, cause: causeIn(row) } : null
    }
    case 'happening': {
      const happening = happeningIn(what, number, textIn(row['detail']), row['code'])
      return happening && { kind: 'happening', at, organizationId, happening }
    }
    default:
      return null
  }
}

const PROGRAM: readonly ('opened' | Ending)[] = ['opened', 'closed', 'asleep', 'lost']
const STEPS: readonly RepairReport['step'][] = ['verify', 'renew', 'restore-snapshot']

function causeIn(row: Readonly<Record<string, SQLOutputValue>>): Cause | null {
  const { cause, code } = row
  return isCauseCode(cause) ? { code: cause, detail: typeof code === 'number' ? code : null } : null
}

function happeningIn(
  what: string,
  number: string | null,
  detail: string | null,
  code: SQLOutputValue | undefined,
): Happening | null {
  switch (what) {
    case 'linked':
      return number === null ? null : { what, number, former: detail }
    case 'number-changed':
      return number === null || detail === null ? null : { what, number, former: detail }
    case 'repaired': {
      const step = STEPS.find((name) => name === detail)
      return step ? { what, step } : null
    }
    case 'tested': {
      const result = TEST_RESULTS.find((name) => name === detail)
      return result ? { what, result } : null
    }
    case 'limited': {
      const kind = RESTRICTION_KINDS.find((name) => name === detail)
      return kind ? { what, kind, until: typeof code === 'number' ? code : null } : null
    }
    case 'cleared':
    case 'undone':
    case 'logged-out':
    case 'removed':
      return { what }
    default:
      return null
  }
}

function textIn(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
