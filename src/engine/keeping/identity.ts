import { failure, ok, type Result } from '../../contract/result.ts'
import type { CreateOrganization } from '../../contract/commands.ts'
import { isBlank, NAME_MAX, withoutUnseen } from '../../contract/organization-name.ts'
import type { Millis } from '../../contract/session-view.ts'
import { type OrganizationRecord, RESERVED } from '../record.ts'

const ID = /^[A-Za-z0-9_-]{1,64}$/
const SESSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

const ID_MAX = 64
/** What a number behind an id takes at most. */
const NUMBER_ROOM = 5
const SESSION_NAME_ID_CHARACTERS = 20

/** Where a new organization is made, and how its session is to be named. */
export interface Birthplace {
  /** The installation whose vault will seal it. */
  readonly installation: string
  /** What stands before the id in its session name. */
  readonly prefix: string
}

/** `<prefix>_<id without dashes, first 20 characters>`: computed once, then stored and never computed again. */
export function sessionNameFor(prefix: string, id: string): string {
  const letters = id.replaceAll('-', '') || id.replaceAll('-', '_')
  return `${prefix}_${letters.slice(0, SESSION_NAME_ID_CHARACTERS)}`
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
  { installation, prefix }: Birthplace,
  at: Millis,
): Result<OrganizationRecord> {
  const named = usableName(input.name)
  if (!named.ok) return named
  const name = named.value

  const id = input.id ?? uuid
  if (!ID.test(id)) return failure('id-invalid')
  if (existing.some((other) => knownBy(other, id))) return failure('id-taken', { id })

  const sessionName = input.sessionName ?? sessionNameFor(prefix, id)
  if (!SESSION_NAME.test(sessionName) || RESERVED.test(sessionName)) return failure('session-name-invalid')
  const taken = (candidate: string) => existing.some((other) => knownBy(other, candidate))
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
    lid: null,
    previousNumber: null,
    heldNumber: null,
    heldLid: null,
    linkedAt: null,
    watchedSince: null,
    phoneSeen: null,
    aliases: [],
    elsewhere: false,
    source: null,
    installation,
    heldBy: null,
    generation: 1,
    nextGeneration: 2,
    usedAt: null,
    removedAt: null,
    quarantine: [],
    overdue: [],
    restrictions: [],
  })
}

/** A name as it is kept: trimmed, with single spaces, 1 to 80 characters that can be seen. */
export function usableName(typed: string): Result<string> {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (isBlank(name)) return failure('name-empty')
  if (withoutUnseen(name) !== name) return failure('name-unusable')
  if ([...name].length > NAME_MAX) return failure('name-too-long', { max: String(NAME_MAX) })
  return ok(name)
}

/**
 * Digits of a phone number with its country code, as a person may write it or another program leave it (invisible
 * marks, dashes of every kind, full-width digits); null where it is none.
 */
export function phoneDigits(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
  if (!/^[\s()+./-]*(?:\d[\s()./-]*)+$/u.test(plain)) return null
  const digits = plain.replace(/\D/g, '').replace(/^00/, '')
  return /^[1-9][0-9]{6,14}$/.test(digits) ? digits : null
}

/** Finds an organization by any identifier it is known by: its id, session name, or a name it had elsewhere. */
export function knownBy(record: OrganizationRecord, identifier: string): boolean {
  return [record.id, record.sessionName, ...record.aliases].some((known) => sameText(known, identifier))
}

/**
 * Makes the record of a session found in a folder of another server, such as `2` or `default`: the folder's name
 * is its id, so that it is the same organization whenever it is found.
 *
 * @param chosen a person has chosen the folder: where its name is taken, as Baileys' usual `auth_info_baileys` soon
 *   is, the id gets a number
 */
export function foreignOrganization(
  folder: string,
  existing: readonly OrganizationRecord[],
  birthplace: Birthplace,
  at: Millis,
  chosen = false,
): Result<OrganizationRecord> {
  const known = (identifier: string) => existing.some((other) => knownBy(other, identifier))
  const named = folder.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, ID_MAX)
  const id = chosen && known(named) ? firstFree(named.slice(0, ID_MAX - NUMBER_ROOM), known) : named
  const made = newOrganization({ name: folder, id }, existing, id, birthplace, at)
  const proposal = made.ok ? undefined : made.error.params['proposal']
  const settled =
    proposal === undefined
      ? made
      : newOrganization({ name: folder, id, sessionName: proposal }, existing, id, birthplace, at)
  const aliases = known(folder) ? [] : [folder]
  return settled.ok ? ok({ ...settled.value, elsewhere: true, aliases }) : settled
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
