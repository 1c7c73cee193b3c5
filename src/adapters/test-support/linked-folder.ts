import { cp, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Notice } from '../../contract/commands.ts'
import type { OrganizationView, SessionView } from '../../contract/session-view.ts'
import type { Clock } from '../../engine/ports.ts'
import type { Simulator } from '../../simulator/server.ts'
import { type LastingShop, openLastingShop } from './lasting-shop.ts'

const LOOK_EVERY_MS = 5

/** Resolves with what `look` finds. */
export async function until<T>(what: string, look: () => T | null | false, timeoutMs = 120_000): Promise<T> {
  for (const end = Date.now() + timeoutMs; ;) {
    const found = look()
    if (found !== null && found !== false) return found
    if (Date.now() > end) throw new Error(`not ${what} within ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

export type Status = SessionView['status']

/** Where a session may stay. */
export const SETTLED: ReadonlySet<Status> = new Set([
  'online',
  'scan',
  'unlinked',
  'attention',
  'unavailable',
])

export function viewOf({ supervisor }: LastingShop, id: string): OrganizationView | null {
  return supervisor.view(id, (text) => text)
}

/** The session's view once its status is one of these. */
export function untilStatus(
  shop: LastingShop,
  id: string,
  ...wanted: readonly Status[]
): Promise<OrganizationView> {
  let last = ''
  return until(wanted.join(' or '), () => {
    const view = viewOf(shop, id)
    last = JSON.stringify(view?.session)
    return view && wanted.includes(view.session.status) ? view : null
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${last}`)
  })
}

export function noticesOf({ supervisor }: LastingShop): readonly Notice[] {
  return supervisor.notices
}

/** Links an organization with the phone of its number, from nothing to online. */
export async function link(
  shop: LastingShop,
  simulator: Simulator,
  id: string,
  number: string,
): Promise<void> {
  const created = await shop.supervisor.create({ name: `Tienda ${id}`, id }, id)
  if (!created.ok) throw new Error(created.error.code)
  shop.supervisor.command(id, 'link')
  await scan(shop, simulator, id, number)
}

/** Scans what is, or will be, on screen, and waits until the session is online. */
export async function scan(
  shop: LastingShop,
  simulator: Simulator,
  id: string,
  number: string,
): Promise<void> {
  const { session } = await untilStatus(shop, id, 'scan')
  if (session.status !== 'scan') throw new Error('no scan')
  await simulator.phone(number).scan(session.qr?.picture ?? '')
  await untilStatus(shop, id, 'online')
}

/** What became of a message of a contact. */
export type Reading = 'read' | 'read-when-sent-again' | 'unread'

/** A contact writes, and the session reads it. */
export async function reads(
  simulator: Simulator,
  number: string,
  contact: string,
  timeoutMs = 120_000,
): Promise<Reading> {
  const sender = simulator.contact(contact)
  const message = await sender.sendText(number, 'hola')
  const types = () =>
    sender
      .receipts()
      .filter(({ id }) => id === message)
      .map(({ type }) => type)
  const isRead = () => types().some((type) => type !== 'retry')
  await until('read', isRead, timeoutMs).catch(() => null)
  if (!isRead()) return 'unread'
  return types().includes('retry') ? 'read-when-sent-again' : 'read'
}

/** Folders of organizations as one run has left them, to be copied and hurt. */
export class Template {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** An empty one. */
  static async empty(): Promise<Template> {
    return new Template(await mkdtemp(join(tmpdir(), 'enlace-template-')))
  }

  /** A copy of what lies in another folder now. */
  static async from(folder: string): Promise<Template> {
    const template = await Template.empty()
    await cp(folder, template.folder, { recursive: true })
    return template
  }

  get folder(): string {
    return this.#folder
  }

  /** A copy of everything that lies in the folder now. */
  async copy(): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'enlace-copy-'))
    await cp(this.#folder, copy, { recursive: true })
    return copy
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Runs Enlace on a folder for as long as `work` takes. */
export async function withShop<T>(
  folder: string,
  url: string,
  work: (shop: LastingShop) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const shop = await openLastingShop(folder, url, clock ? { clock } : {})
  try {
    return await work(shop)
  } finally {
    await shop.supervisor.end()
  }
}

/** All files below a folder, by their path in it. A directory counts as an empty file with a slash, a link as its target. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1).replaceAll('\\', '/')
    if (entry.isDirectory()) return [`${name}/`, Buffer.alloc(0)] as const
    if (entry.isSymbolicLink()) return [`${name}@`, Buffer.from(await readlink(path))] as const
    return [name, await readFile(path)] as const
  })
  return new Map((await Promise.all(files)).toSorted(([a], [b]) => a.localeCompare(b)))
}
