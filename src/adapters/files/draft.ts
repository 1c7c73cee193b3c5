import { randomBytes } from 'node:crypto'

const DRAFT = '.new'
/** A name that nobody else has: what lies there already is somebody's, whatever it is called. */
const OWN_DRAFT = /\.new-[0-9a-f]{16}$/

/** A folder that is being made, and gets its name when it is whole; or one that is being deleted. */
export function draftOf(folder: string): string {
  return `${folder}${DRAFT}`
}

export function isDraft(name: string): boolean {
  return name.endsWith(DRAFT) || isOwnDraft(name)
}

/** The name under which a file or a folder is made, before it gets its own. */
export function newDraftName(path: string): string {
  return `${path}${DRAFT}-${randomBytes(8).toString('hex')}`
}

/** Whether a name is one of `newDraftName`. */
export function isOwnDraft(name: string): boolean {
  return OWN_DRAFT.test(name)
}
