import type { CreateOrganization, Notice, QuarantineEntry } from '../../contract/commands.ts'
import { failure, ok, type Result } from '../../contract/result.ts'
import type { Millis, OrganizationView, SessionCommand } from '../../contract/session-view.ts'
import type { SourceOutcome } from '../../contract/source.ts'
import { Claims } from './claims.ts'
import { ClockWatch } from '../health/clock-watch.ts'
import {
  type Birthplace,
  foreignOrganization,
  knownBy,
  newOrganization,
  phoneDigits,
  usableName,
} from './identity.ts'
import { Imports } from './imports.ts'
import { exportAnswer, importAnswer } from './interchange-answers.ts'
import type { Ports } from '../ports.ts'
import { Reachability } from './reachability.ts'
import { quarantineOf } from './quarantine.ts'
import { RemovedOrganizations } from './removed-organizations.ts'
import { byAndBy } from './by-and-by.ts'
import { Rounds } from './rounds.ts'
import { oldSession } from '../session/old-session.ts'
import type { OrganizationRecord } from '../record.ts'
import { SETTINGS, type SessionSettings } from '../session/session.ts'
import { SessionRunner } from './session-runner.ts'
import { Turns } from './turns.ts'
import type { DrawQr } from '../session/view.ts'
import { Watcher } from './watcher.ts'

/** How many sessions may open and connect at the same time. */
const STARTING_AT_ONCE = 4
const DAY_MS = 24 * 60 * 60 * 1000
/** Between two sessions that are told to try now. */
const NUDGE_SPACING_MS = 15

export interface SupervisorEvents {
  /** An organization's view may have changed. */
  readonly onChange: (organizationId: string) => void
  /** An organization is no longer there. */
  readonly onRemoved: (organizationId: string) => void
  /** The notices may have changed. */
  readonly onNotices: () => void
}

/** What a person can set. */
export interface SupervisorSettings extends SessionSettings {
  /** What stands before the id in the session names of new organizations. */
  readonly sessionPrefix: string
  /** How long a session may be unused before it is proposed for cleaning; null for ever. */
  readonly cleanAfterMs: Millis | null
}

/** All organizations of this computer. */
export class Supervisor {
  readonly #ports: Ports
  readonly #events: SupervisorEvents
  readonly #turns = new Turns(STARTING_AT_ONCE)
  readonly #claims = new Claims<SessionRunner>()
  readonly #runners = new Map<string, SessionRunner>()
  readonly #reachability: Reachability
  readonly #watcher: Watcher
  readonly #rounds: Rounds
  readonly #clockWatch: ClockWatch
  readonly #creating = new Set<OrganizationRecord>()
  readonly #imports = new Imports()
  readonly #removed: RemovedOrganizations
  #settings: SupervisorSettings = { ...SETTINGS, sessionPrefix: 'org', cleanAfterMs: null }
  #restoring = false
  /** What was last told of the watcher's notices. */
  #noticed = '[]'
  #ended = false
  #cancelDaily: () => void = () => {}

  constructor(ports: Ports, events: SupervisorEvents) {
    this.#ports = ports
    this.#events = events
    this.#removed = new RemovedOrganizations(ports)
    this.#reachability = new Reachability(
      ports.clock,
      ports.network,
      () => this.#all().some((runner) => runner.waitsForNetwork),
      () => this.nudge(),
    )
    this.#clockWatch = new ClockWatch(ports.clock, () => {
      for (const runner of this.#all()) runner.clockSet()
    })
    this.#watcher = new Watcher(ports, {
      records: () => this.#records(),
      birthplace: () => this.#birthplace,
      imports: this.#imports,
      take: (record) => {
        // A look that was under way at the end of the program starts nothing any more.
        if (this.#ended) return
        if (record.removedAt !== null) {
          this.#removed.put(record)
          return
        }
        const runner = this.#add(record)
        if (this.#restoring) runner.start()
        this.#events.onChange(record.id)
      },
      patrol: async (isThere) => {
        if (!this.#restoring) return
        await byAndBy(ports.clock, this.#all(), (runner) => {
          runner.patrol(isThere(runner.record.sessionName))
        })
      },
      noticed: () => {
        const notices = JSON.stringify(this.#watcher.notices)
        if (notices === this.#noticed) return
        this.#noticed = notices
        this.#events.onNotices()
      },
    })
    this.#rounds = new Rounds(ports.clock, ports.log, () => this.#watcher.look())
  }

  /** Reads the organizations from disk. Nothing runs yet. */
  async load(): Promise<void> {
    await this.#watcher.look(true)
  }

  /** Brings back every session that was running. From here on, settling also tidies up. */
  restore(): void {
    this.#restoring = true
    this.#waitADay()
    this.#clockWatch.begin()
    for (const runner of this.#all()) runner.start()
  }

  /** Compares the folders on disk with what runs, now. */
  async check(): Promise<void> {
    await this.#rounds.now()
  }

  /** Checks the folders again and again, `every` so many milliseconds, and soon for the first time; null stops it. */
  checkEvery(every: Millis | null): void {
    this.#rounds.every(every)
  }

  /** What is to be told beside the organizations. */
  get notices(): readonly Notice[] {
    const { cleanAfterMs } = this.#settings
    const at = this.#ports.clock.now()
    const old = this.#all().flatMap(({ record }) => oldSession(record, at, cleanAfterMs) ?? [])
    return [...this.#watcher.notices, ...old]
  }

  /** Takes what the person has set into force. */
  async settle(settings: SupervisorSettings): Promise<void> {
    this.#settings = settings
    for (const runner of this.#all()) runner.settle(settings)
    if (!this.#restoring) return
    for (const runner of this.#all()) runner.expire()
    await this.#removed.expire(settings.quarantineMs)
    await this.#sweepDrafts()
    this.#events.onNotices()
  }

  /** The computer has woken up, or the way to WhatsApp is open again: what waits tries now, one after another. */
  nudge(): void {
    this.#spread((runner) => runner.nudge())
  }

  /** The ids of all organizations in the order of creation, which never changes. */
  get ids(): readonly string[] {
    return this.#all().map((runner) => runner.record.id)
  }

  /** Views in the order of creation, which never changes. */
  views(draw: DrawQr): readonly OrganizationView[] {
    return this.#all().map((runner) => runner.view(draw))
  }

  view(organizationId: string, draw: DrawQr): OrganizationView | null {
    return this.#runners.get(organizationId)?.view(draw) ?? null
  }

  /** @param uuid becomes the id where the person gave none */
  async create(
    input: CreateOrganization,
    uuid: string,
  ): Promise<Result<{ readonly organizationId: string }>> {
    const { clock, folders } = this.#ports
    const made = newOrganization(input, this.#records(), uuid, this.#birthplace, clock.now())
    if (!made.ok) return made
    // Known before the first await, so that a second click finds the id taken instead of racing for it.
    this.#creating.add(made.value)
    const outcome = await folders.create(made.value)
    this.#creating.delete(made.value)
    if (!outcome.ok) return failure('storage', { cause: outcome.cause.code })
    // The watcher may have found the new folder first.
    if (!this.#runners.has(made.value.id)) this.#add(made.value)
    this.#events.onChange(made.value.id)
    return ok({ organizationId: made.value.id })
  }

  command(identifier: string, command: SessionCommand): Result<null> {
    const runner = this.find(identifier)
    return runner ? runner.command(command) : failure('unknown-organization')
  }

  /** @param number as a person writes it, with its country code */
  linkByPhone(identifier: string, number: string): Result<null> {
    const runner = this.find(identifier)
    if (!runner) return failure('unknown-organization')
    const digits = phoneDigits(number)
    return digits === null ? failure('number-invalid') : runner.linkByPhone(digits)
  }

  async rename(identifier: string, typed: string): Promise<Result<null>> {
    const runner = this.find(identifier)
    if (!runner) return failure('unknown-organization')
    const name = usableName(typed)
    if (!name.ok) return name
    return (await runner.rename(name.value)) ? ok(null) : failure('storage', { cause: 'io-error' })
  }

  /** Puts an organization aside as a whole. @param typed its name, as the person has typed it */
  async remove(identifier: string, typed: string): Promise<Result<null>> {
    const runner = this.find(identifier)
    if (!runner) return failure('unknown-organization')
    const name = usableName(typed)
    if (!name.ok || name.value !== runner.record.name) return failure('name-mismatch')
    if (!(await runner.remove())) return failure('storage', { cause: 'io-error' })
    await runner.end()
    this.#runners.delete(runner.record.id)
    this.#removed.put(runner.record)
    this.#events.onRemoved(runner.record.id)
    return ok(null)
  }

  /** Brings a removed organization back, stopped. */
  async bringBack(organizationId: string): Promise<Result<null>> {
    const back = await this.#removed.bringBack(organizationId)
    if (!back.ok) return back
    const { record, runs } = back.value
    const runner = this.#add(record)
    if (runs) runner.start()
    this.#events.onChange(organizationId)
    return ok(null)
  }

  quarantine(): Promise<readonly QuarantineEntry[]> {
    const records = [...this.#all().map(({ record }) => record), ...this.#removed.records]
    const { clock, folders } = this.#ports
    return quarantineOf(records, folders, clock.now(), this.#settings.quarantineMs)
  }

  /** Stops a session and writes it below `target` in Baileys' layout. */
  async exportSession(identifier: string, target: string): Promise<Result<{ readonly folder: string }>> {
    const runner = this.find(identifier)
    if (!runner) return failure('unknown-organization')
    const { importer } = this.#ports
    const refusal = await importer.exportRefusal(target)
    if (!refusal && (!runner.record.linked || !(await runner.release()))) {
      return failure('not-possible-now', { command: 'export', status: runner.view(() => '').session.status })
    }
    const outcome = refusal ?? (await importer.export(runner.record, target))
    return exportAnswer(outcome)
  }

  /**
   * Takes a session over from a folder in Baileys' layout, which stays as it is.
   *
   * @param name the folder's own name, without its path
   */
  async importSession(folder: string, name: string): Promise<Result<{ readonly organizationId: string }>> {
    const { clock, importer } = this.#ports
    const made = foreignOrganization(name, this.#records(), this.#birthplace, clock.now(), true)
    if (!made.ok) return made
    // As with a new organization: a second drop of the folder must not work on the same draft.
    this.#creating.add(made.value)
    const records = () => this.#all().map(({ record }) => record)
    const imported = await this.#imports
      .adopt(importer, folder, made.value, records, (record) => this.#add(record))
      .finally(() => this.#creating.delete(made.value))
    if (imported.kind === 'taken') this.#events.onChange(imported.record.id)
    return importAnswer(imported)
  }

  /** Deletes the folder that a session was taken over from. */
  async deleteSource(identifier: string): Promise<Result<SourceOutcome>> {
    const runner = this.find(identifier)
    return runner ? runner.deleteSource() : failure('unknown-organization')
  }

  /** Stops offering that by itself. */
  keepSource(identifier: string): Result<null> {
    const runner = this.find(identifier)
    return runner ? runner.keepSource() : failure('unknown-organization')
  }

  /** Finds a session by any identifier it is known by: id, session name, or a name it had elsewhere. */
  find(identifier: string): SessionRunner | null {
    const exact = this.#runners.get(identifier)
    return exact ?? this.#all().find((runner) => knownBy(runner.record, identifier)) ?? null
  }

  /** Frees every socket and closes every store; what should run comes back at the next start. */
  async end(): Promise<void> {
    this.#ended = true
    this.#rounds.end()
    this.#cancelDaily()
    this.#clockWatch.end()
    this.#reachability.end()
    await Promise.all(this.#all().map((runner) => runner.end()))
  }

  get #birthplace(): Birthplace {
    return { installation: this.#ports.installation, prefix: this.#settings.sessionPrefix }
  }

  /** Every organization there is or was a moment ago: none of their ids and names is free. */
  #records(): readonly OrganizationRecord[] {
    return [...this.#all().map(({ record }) => record), ...this.#creating, ...this.#removed.records]
  }

  /** A day in which the program ran, whatever the computer's clock says: in a run of weeks things grow old, too. */
  #waitADay(): void {
    this.#cancelDaily()
    const { clock } = this.#ports
    this.#cancelDaily = clock.wake(clock.now() + DAY_MS, () => {
      this.#waitADay()
      for (const runner of this.#all()) runner.expire()
      void this.#removed.expire(this.#settings.quarantineMs).then(() => this.#events.onNotices())
    })
  }

  async #sweepDrafts(): Promise<void> {
    const { folders, importer, log } = this.#ports
    try {
      for (const name of await folders.sweepDrafts()) log.info('swept', { name })
      for (const name of await importer.sweepExports()) log.info('swept', { name })
    } catch (error) {
      log.warn('sweep failed', { error: String(error) })
    }
  }

  /** Does something to every session, one after another. */
  #spread(act: (runner: SessionRunner) => void): void {
    const { clock } = this.#ports
    for (const [n, runner] of this.#all().entries()) {
      clock.wake(clock.now() + n * NUDGE_SPACING_MS, () => act(runner))
    }
  }

  #all(): readonly SessionRunner[] {
    return [...this.#runners.values()]
  }

  #add(record: OrganizationRecord): SessionRunner {
    const runner = new SessionRunner(
      record,
      this.#ports,
      this.#turns,
      this.#claims,
      () => {
        this.#reachability.watch()
        this.#events.onChange(record.id)
      },
      () => this.#spread((other) => other.tryAsOthers()),
    )
    this.#runners.set(record.id, runner)
    runner.settle(this.#settings)
    if (this.#restoring) runner.expire()
    return runner
  }
}
