import { failure, ok, type Result } from '../contract/result.ts'
import type { CreateOrganization } from '../contract/commands.ts'
import type { Millis } from '../contract/session-view.ts'
import type { OrganizationRecord } from './record.ts'

const ID = /^[A-Za-z0-9_-]{1,64}$/
const SESSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
/** Names that Windows keeps for devices and that can be no folder. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

const NAME_MAX = 80
const SESSION_NAME_ID_CHARACTERS = 20
const PREFIX = 'org'

/** `<prefix>_<id without dashes, first 20 characters>`: computed once, then stored and never computed again. */
export function sessionNameFor(id: string): string {
  const letters = id.replaceAll('-', '') || id.replaceAll('-', '_')
  return `${PREFIX}_${letters.slice(0, SESSION_NAME_ID_CHARACTERS)}`
}

/**
 * Makes the record of a new organization, or says what is wrong with what was typed.
 *
 * @param uuid used as the id where the person gave none
 */
export function newOrganization(
  input: CreateOrganization,
  existing: readonly OrganizationRecord[],
  uuid: string,
  at: Millis,
): Result<OrganizationRecord> {
  const name = input.name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (name === '') return failure('name-empty')
  if ([...name].length > NAME_MAX) return failure('name-too-long', { max: String(NAME_MAX) })

  const id = input.id ?? uuid
  if (!ID.test(id)) return failure('id-invalid')
  if (existing.some((other) => sameText(other.id, id))) return failure('id-taken', { id })

  const sessionName = input.sessionName ?? sessionNameFor(id)
  if (!SESSION_NAME.test(sessionName) || RESERVED.test(sessionName)) return failure('session-name-invalid')
  const taken = (candidate: string) => existing.some((other) => sameText(other.sessionName, candidate))
  if (taken(sessionName)) {
    return failure('session-name-taken', { sessionName, proposal: firstFree(sessionName, taken) })
  }

  return ok({
    id,
    name,
    sessionName,
    createdAt: at,
    linked: false,
    wanted: false,
    lastNumber: null,
    heldBy: null,
    generation: 1,
    nextGeneration: 2,
    quarantine: [],
  })
}

function firstFree(sessionName: string, taken: (candidate: string) => boolean): string {
  let n = 2
  while (taken(`${sessionName}_${n}`)) n += 1
  return `${sessionName}_${n}`
}

/** Folders of some file systems do not tell case apart, so neither do names and ids. */
function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
