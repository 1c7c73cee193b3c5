import type { RequestListener } from 'node:http'
import { WebSocketServer } from 'ws'
import { contactOf, type Contact } from './phone/contact.ts'
import { refreshRegistration, type LinkingRules } from './phone/phone-linking.ts'
import { PhonePasskeys } from './phone/phone-passkeys.ts'
import { phoneOf, type Phone, type PhoneOptions } from './phone/phone.ts'
import { Primary } from './phone/primary.ts'
import { readQr } from './phone/qr.ts'
import type { DeviceHandle } from './service/device-handle.ts'
import { FaultSwitch, type Fault } from './service/faults.ts'
import { FrontDoor } from './service/front-door.ts'
import { Listener } from './wire/listener.ts'
import { createServerIdentity } from './wire/transport.ts'
import { Accounts, type Account } from './world/account.ts'
import { ConnectionBook, type Connections } from './world/connection-book.ts'
import { Registrations } from './world/registration.ts'
import { readStateFile, writeStateFile } from './world/state-file.ts'
import type { Settings, World } from './world/world.ts'

/** How a simulator is started. */
export interface SimulatorOptions extends Partial<Settings> {
  /** TCP port on 127.0.0.1; 0 (default) takes a free one. */
  readonly port?: number
  /** Where phones and linked devices are kept, so that they log in again after a restart; default nowhere. */
  readonly stateFile?: string
  /** Milliseconds before anything the server says; default 2. A real server is never instant. */
  readonly replyDelayMs?: number
  /** The time in milliseconds since the epoch; default `Date.now`. */
  readonly clock?: () => number
}

/** A WhatsApp server and its phones on loopback, for unmodified Baileys clients. */
export interface Simulator {
  /** For Baileys' `waWebSocketUrl`. Stays the same through `pause` and `resume`. */
  readonly url: string
  readonly connections: Connections
  /** What may be changed at any time: QR references, minimum version, clock skew, history, addressing. */
  readonly settings: Settings
  /** Errors of clients that broke the protocol, messages that did not decrypt, and defects (the last 1,000). */
  readonly errors: readonly unknown[]
  /** The phone with this number (7 to 15 digits), made when there is none. */
  phone(number: string, options?: PhoneOptions): Phone
  /** The same account seen as somebody who writes to others. */
  contact(number: string, options?: PhoneOptions): Contact
  /** The phone of every account there is, contacts included. */
  phones(): readonly Phone[]
  /** A linked device of a number: the one with this id, or the newest. Throws when there is none. */
  device(number: string, deviceId?: number): DeviceHandle
  /** What happens to new connections from now on; `null` is normal service. */
  setFault(fault: Fault | null): void
  /** Retires the ADV secret of a QR on screen (`companion_reg_refresh`) without a scan. Throws for an unknown QR. */
  retireQr(qr: string): void
  /** Many contacts write `each` undecryptable messages to a number; those that heal arrive when they are asked again. */
  flood(
    to: string,
    options?: { readonly senders?: number; readonly each?: number; readonly heals?: boolean },
  ): Promise<void>
  /** Cuts every connection, linked or not. */
  dropAll(): void
  /** Makes every connection half open: TCP stays, nothing is read or answered. */
  halfOpenAll(): void
  /** Becomes unreachable: the port is closed and every connection cut. */
  pause(): Promise<void>
  /** Becomes reachable again on the same port. */
  resume(): Promise<void>
  /** Calls back after connections, links or messages have changed. Gives what undoes it. */
  onChange(callback: () => void): () => void
  /** Stops for good, after the state file has been written. */
  stop(): Promise<void>
}

const ERRORS_KEPT = 1_000
const SAVE_AFTER_MS = 200

/** The one thing of WhatsApp's web page that clients look for: the present version. */
function webPage(settings: Settings): RequestListener {
  return ({ url }, response) => {
    const version = settings.minimumVersion
    if (url !== '/sw.js' || version === null) response.writeHead(404).end()
    else response.writeHead(200).end(`{"client_revision":${version[2]}}`)
  }
}

/** Starts a simulator. Rejects when the port is taken or the state file cannot be read. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { stateFile, replyDelayMs = 2, clock = Date.now } = options
  const accounts = new Accounts()
  if (stateFile !== undefined) readStateFile(stateFile, accounts, clock())
  const settings: Settings = {
    qrRefs: options.qrRefs ?? 6,
    history: options.history ?? true,
    addressing: options.addressing ?? 'lid',
    ownAddressing: options.ownAddressing ?? 'number',
    linkedAs: options.linkedAs ?? 'number',
    successLid: options.successLid ?? true,
    usyncLid: options.usyncLid ?? true,
    receiptLists: options.receiptLists ?? false,
    minimumVersion: options.minimumVersion ?? null,
    queue: options.queue ?? 'given',
    clockSkewMs: options.clockSkewMs ?? 0,
    restartDelayMs: options.restartDelayMs ?? 0,
    rewrite: options.rewrite ?? null,
  }
  const errors: unknown[] = []
  const listeners = new Set<() => void>()
  const primaries = new Map<Account, Primary>()
  const rules = new Map<Account, LinkingRules>()
  const passkeys = new Map<Account, PhonePasskeys>()
  let saving: NodeJS.Timeout | undefined
  let stopped = false

  const save = (): void => {
    clearTimeout(saving)
    saving = undefined
    if (stateFile !== undefined) writeStateFile(stateFile, accounts)
  }
  const saveLater = (): void => {
    try {
      save()
    } catch (error) {
      world.report(error)
    }
  }
  const primaryOf = (account: Account): Primary => {
    const primary = primaries.get(account) ?? new Primary(world, account)
    primaries.set(account, primary)
    return primary
  }
  const world: World = {
    settings,
    accounts,
    registrations: new Registrations(),
    book: new ConnectionBook(),
    now: () => clock() + settings.clockSkewMs,
    primary: (number) => primaryOf(accounts.findOrCreate(number)),
    changed: (urgency) => {
      if (urgency === 'now') save()
      else if (!stopped) saving ??= setTimeout(saveLater, SAVE_AFTER_MS).unref()
      for (const callback of listeners) callback()
    },
    report: (error) => {
      errors.push(error)
      if (errors.length > ERRORS_KEPT) errors.shift()
    },
  }

  const faults = new FaultSwitch()
  const sockets = new WebSocketServer({ noServer: true })
  const door = new FrontDoor(world, sockets, faults, createServerIdentity(clock()), replyDelayMs)
  const listener = new Listener(options.port ?? 0, webPage(settings), (request, tcp, head) =>
    door.open(request, tcp, head),
  )
  await listener.open()

  const accountOf = (number: string, { name, platform, business, lid }: PhoneOptions = {}): Account => {
    const account = accounts.findOrCreate(number)
    if (name !== undefined) account.record.name = name
    if (platform !== undefined) account.record.platform = platform
    if (business !== undefined) account.record.business = business
    if (lid !== undefined) accounts.rename(account, lid)
    return account
  }
  const phoneWith = (account: Account): Phone => {
    const linking = rules.get(account) ?? { refresh: false, full: false, spoil: false }
    rules.set(account, linking)
    const keys = passkeys.get(account) ?? new PhonePasskeys(world, account)
    passkeys.set(account, keys)
    return phoneOf(world, primaryOf(account), linking, keys)
  }
  const pause = (): Promise<void> => listener.close(() => door.dropAll())

  return {
    url: `ws://127.0.0.1:${listener.port}/ws/chat`,
    connections: world.book,
    settings,
    errors,
    phone: (number, setup) => phoneWith(accountOf(number, setup)),
    contact: (number, setup) => contactOf(world, primaryOf(accountOf(number, setup))),
    phones: () => accounts.all().map(phoneWith),
    device: (number, deviceId) => phoneWith(accountOf(number)).device(deviceId),
    setFault: (fault) => faults.set(fault),
    retireQr: (text) => {
      const qr = readQr(text)
      const registration = world.registrations.ofRef(qr.ref)
      if (!registration) throw new Error('this QR has expired, or no client shows it')
      refreshRegistration(world, registration, qr.advSecret)
    },
    flood: async (to, { senders = 10, each = 5, heals = false } = {}) => {
      const target = accountOf(to)
      const numbers = Array.from({ length: senders }, (_, index) => `5730000${10_000 + index}`)
      const contacts = numbers.map((number) => primaryOf(accountOf(number)))
      await Promise.all(contacts.map((contact) => contact.sendBroken(target, each, 'bad-mac', heals)))
    },
    dropAll: () => door.dropAll(),
    halfOpenAll: () => door.halfOpenAll(),
    pause,
    resume: () => listener.open(),
    onChange: (callback) => {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    stop: async () => {
      stopped = true
      await pause()
      save()
      listeners.clear()
    },
  }
}
