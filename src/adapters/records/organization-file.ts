import { z } from 'zod'
import { type CauseCode, isCauseCode } from '../../contract/cause.ts'
import { PASSKEY_TROUBLES } from '../../contract/passkey.ts'
import { RESTRICTION_KINDS } from '../../contract/restriction.ts'
import { MOST_GENERATIONS, type OrganizationRecord, RESERVED } from '../../engine/record.ts'
import { parseJson } from '../files/json.ts'
import { keptName } from './kept-name.ts'

/** Version of the file's layout. A higher one was written by a newer Enlace and is left alone. */
const SCHEMA = 7
/** More than the window lets anybody type; a longer one comes from something else. */
const NAME_MAX = 200
const WORDS_MAX = 1_000
/** Of what is wrong with a file that is wrong everywhere. */
const REASON_MAX = 1_000
/** A session has one or two; each is compared with every name that is looked for. */
const ALIASES_MAX = 1_000
/** What a date can say, in milliseconds before and after 1970. */
const TIME_MAX = 8.64e15

const causeCode = z.custom<CauseCode>(isCauseCode, 'no cause')
const digits = z.string().regex(/^[0-9]{1,20}$/)
const generation = z.int().min(1).max(MOST_GENERATIONS)
const time = z.number().min(-TIME_MAX).max(TIME_MAX)

const quarantined = z.object({
  generation,
  clearedAt: time,
  linked: z.boolean(),
  number: digits.nullable(),
  // What was put aside by an older version says nothing of it.
  lid: digits.nullable().default(null),
  ended: z.boolean(),
})

const restriction = z.object({
  kind: z.enum(RESTRICTION_KINDS),
  until: time.nullable(),
  number: digits.nullable(),
  lid: digits.nullable(),
  since: time,
})

const organizationFile = z.object({
  schema: z.literal(SCHEMA),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().min(1).max(NAME_MAX),
  sessionName: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
    .refine((name) => !RESERVED.test(name), 'the name of a device'),
  createdAt: time,
  linked: z.boolean(),
  wanted: z.boolean(),
  lastNumber: digits.nullable(),
  lid: digits.nullable(),
  previousNumber: z.object({ number: digits, changedAt: time }).nullable(),
  heldNumber: digits.nullable(),
  heldLid: digits.nullable(),
  linkedAt: time.nullable(),
  phoneSeen: time.nullable(),
  watchedSince: time.nullable(),
  aliases: z.array(z.string().min(1)).max(ALIASES_MAX),
  elsewhere: z.boolean(),
  source: z
    .object({
      folder: z.string(),
      // An older version did not note it.
      place: z.object({ path: z.string(), inode: z.string(), born: z.string() }).nullable().default(null),
      identity: z.string(),
      kept: z.boolean(),
    })
    .nullable(),
  installation: z.string().nullable(),
  heldBy: z
    .object({
      code: causeCode,
      detail: z.number().nullable(),
      until: time.exactOptional(),
      words: z.string().max(WORDS_MAX).exactOptional(),
      passkey: z.enum(PASSKEY_TROUBLES).exactOptional(),
    })
    .nullable(),
  generation,
  nextGeneration: generation,
  usedAt: time.nullable(),
  removedAt: time.nullable(),
  quarantine: z.array(quarantined),
  overdue: z.array(z.object({ generation: generation.nullable(), since: time })),
  restrictions: z.array(restriction),
})

/** The text of `organization.json`. */
export function printOrganization(record: OrganizationRecord): string {
  return `${JSON.stringify({ schema: SCHEMA, ...record }, null, 2)}\n`
}

/** `newer`: a later version of Enlace wrote it. */
export type Parsed =
  | { readonly ok: true; readonly record: OrganizationRecord }
  | { readonly ok: false; readonly newer: boolean; readonly reason: string }

/** What each version added, with what it means where it is not there yet. */
const ADDED_IN: Readonly<Record<number, object>> = {
  2: {
    previousNumber: null,
    heldNumber: null,
    phoneSeen: null,
    aliases: [],
    elsewhere: false,
    installation: null,
  },
  3: { usedAt: null, removedAt: null },
  4: { overdue: [] },
  5: { source: null },
  6: { lid: null, heldLid: null, linkedAt: null, watchedSince: null },
  7: { restrictions: [] },
}

/** A file of an older version, completed step by step; anything else as it is. */
function migrated(json: unknown): unknown {
  const older = z.looseObject({ schema: z.int().min(1).max(SCHEMA) }).safeParse(json)
  if (!older.success) return json
  let file: Record<string, unknown> = older.data
  for (let version = older.data.schema + 1; version <= SCHEMA; version += 1) {
    file = { ...ADDED_IN[version], ...file, schema: version }
  }
  return file
}

/** Reads `organization.json`; anything that does not fit is said with its place and changes nothing. */
export function parseOrganization(text: string): Parsed {
  let json: unknown
  try {
    json = parseJson(text)
  } catch {
    return { ok: false, newer: false, reason: 'not JSON' }
  }
  const newer = z.object({ schema: z.int().min(SCHEMA + 1) }).safeParse(json)
  if (newer.success)
    return { ok: false, newer: true, reason: `written by a newer version (schema ${newer.data.schema})` }
  const parsed = organizationFile.safeParse(migrated(json))
  if (!parsed.success)
    return { ok: false, newer: false, reason: z.prettifyError(parsed.error).slice(0, REASON_MAX) }
  const { schema: _schema, ...rest } = parsed.data
  const record = { ...rest, name: keptName(rest.name, rest.sessionName) }
  if (!isInOrder(record)) return { ok: false, newer: false, reason: 'generations out of order' }
  return { ok: true, record }
}

/** The next number is one that nothing has, and a higher one, unless the numbers have come to their end. */
function isInOrder({ generation: current, nextGeneration, quarantine }: OrganizationRecord): boolean {
  const taken = [current, ...quarantine.map((aside) => aside.generation)]
  if (taken.includes(nextGeneration)) return false
  return nextGeneration > current || taken.includes(MOST_GENERATIONS)
}
