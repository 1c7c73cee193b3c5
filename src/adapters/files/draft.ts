const DRAFT = '.new'

/** A folder that is being made, and gets its name when it is whole; or one that is being deleted. */
export function draftOf(folder: string): string {
  return `${folder}${DRAFT}`
}

export function isDraft(name: string): boolean {
  return name.endsWith(DRAFT)
}
