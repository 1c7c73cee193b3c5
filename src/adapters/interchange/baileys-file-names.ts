/** How `useMultiFileAuthState` names its files: one for the credentials, one for each key, by its type and id. */

export const CREDS_FILE = 'creds.json'

/** The key types, the longer ones before those they begin like, and what the ids of each look like in a file's name. */
const KEY_TYPES = {
  'app-state-sync-version': /^[a-z_]+$/,
  'app-state-sync-key': /^[A-Za-z0-9+_]+={0,2}$/,
  'sender-key-memory': /^[^ ]+@[a-z.]+$/,
  'sender-key': /^[^ ]+@[a-z.]+--[A-Za-z0-9_]+--[0-9]+$/,
  'identity-key': /^[A-Za-z0-9_]+\.[0-9]+$/,
  'device-list': /^[0-9]+$/,
  'lid-mapping': /^[0-9]+(_reverse)?$/,
  'pre-key': /^[0-9]+$/,
  session: /^[A-Za-z0-9_]+\.[0-9]+$/,
  tctoken: /^([^ ]+@[a-z.]+|__index)$/,
} as const

/** A key by its type and id, as the auth store keeps it. */
export interface KeyName {
  readonly type: string
  readonly id: string
}

/** The name of a key's file. */
export function keyFile({ type, id }: KeyName): string {
  return `${type}-${id}.json`.replaceAll('/', '__').replaceAll(':', '-')
}

/**
 * The key that Baileys wrote under a file name. It writes `/` as `__` and `:` as `-`; ids are base64 where they can
 * hold the one, and `group::sender::device` where they hold the other.
 *
 * @throws where the name is no key's
 */
export function keyIn(name: string): KeyName {
  const found = splitName(name)
  if (found === null) throw new Error(`${name} is no key of Baileys`)
  const { type, id } = found
  switch (type) {
    case 'app-state-sync-key':
      return { type, id: id.replaceAll('__', '/') }
    case 'sender-key':
      return { type, id: id.replaceAll('--', '::') }
    default:
      return { type, id }
  }
}

/** Whether Baileys gives a file this very name: what only begins like one, as `session-notes.json`, is somebody's own. */
export function isBaileysFile(name: string): boolean {
  if (name === CREDS_FILE) return true
  const found = splitName(name)
  return found !== null && KEY_TYPES[found.type].test(found.id)
}

function splitName(name: string): { readonly type: keyof typeof KEY_TYPES; readonly id: string } | null {
  const base = name.endsWith('.json') ? name.slice(0, -'.json'.length) : ''
  for (const type of keyTypes)
    if (base.startsWith(`${type}-`)) return { type, id: base.slice(type.length + 1) }
  return null
}

const keyTypes = Object.keys(KEY_TYPES).filter((type): type is keyof typeof KEY_TYPES =>
  Object.hasOwn(KEY_TYPES, type),
)
