/** A generation, or what is left of one: `g` and its number, which the record gives. */
export const GENERATION = /^g([1-9][0-9]{0,8})(\.new(?:-[0-9a-f]{16})?)?$/

/** What Enlace puts into an organization's folder beside the generations, and what it has set aside there. */
const FILE = /^organization(\.copy|\.damaged)?(\.damaged-[0-9]+)?\.(json|lock)(\.new(-[0-9a-f]{16})?)?$/

/** What SQLite puts beside the lock, and only for moments. */
const COMPANION = /^organization\.lock-(journal|wal|shm)$/

/** Whether Enlace gives this name to something in an organization's folder. Nothing else there is ever deleted. */
export function isOwnName(name: string): boolean {
  return GENERATION.test(name) || FILE.test(name) || COMPANION.test(name)
}

/** Names that Windows keeps for devices, whatever stands behind a dot: there, to look at one may never end. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

export function isDeviceName(name: string): boolean {
  return DEVICE.test(name)
}
