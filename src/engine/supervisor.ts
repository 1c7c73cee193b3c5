import type { CreateOrganization, Notice } from '../contract/commands.ts'
import { failure, ok, type Result } from '../contract/result.ts'
import type { Millis, OrganizationView, SessionCommand } from '../contract/session-view.ts'
import { Claims } from './claims.ts'
import { knownBy, newOrganization, phoneDigits, usableName } from './identity.ts'
import type { Ports } from './ports.ts'
import { Reachability } from './reachability.ts'
import type { OrganizationRecord } from './record.ts'
import { SessionRunner } from './session-runner.ts'
import { Turns } from './turns.ts'
import type { DrawQr } from './view.ts'
import { Watcher } from './watcher.ts'

/** How many sessions may open and connect at the same time. */
const STARTING_AT_ONCE = 4
/** Between two sessions that are told to try now. */
const NUDGE_SPACING_MS = 15

export interface SupervisorEvents {
  /** An organization's view may have changed. */
  readonly onChange: (organizationId: string) => void
  /** The notices may have changed. */
  readonly onNotices: () => void
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
  readonly #creating = new Set<OrganizationRecord>()
  #restoring = false
  #ended = false
  #cancelCheck: () => void = () => {}

  constructor(ports: Ports, events: SupervisorEvents) {
    this.#ports = ports
    this.#events = events
    this.#reachability = new Reachability(
      ports.clock,
      ports.network,
      () => this.#all().some((runner) => runner.waitsForNetwork),
      () => this.nudge(),
    )
    this.#watcher = new Watcher(ports, {
      records: () => this.#all().map((runner) => runner.record),
      take: (record) => {
        const runner = this.#add(record)
        if (this.#restoring) runner.start()
        this.#events.onChange(record.id)
      },
      patrol: (isThere) => {
        for (const runner of this.#all()) runner.patrol(isThere(runner.record.sessionName))
      },
    })
  }

  /** Reads the organizations from disk. Nothing runs yet. */
  async load(): Promise<void> {
    await this.#watcher.look(true)
  }

  /** Brings back every session that was running. */
  restore(): void {
    this.#restoring = true
    for (const runner of this.#all()) runner.start()
  }

  /** Compares the folders on disk with what runs, now. */
  async check(): Promise<void> {
    const before = JSON.stringify(this.#watcher.notices)
    await this.#watcher.look()
    if (JSON.stringify(this.#watcher.notices) !== before) this.#events.onNotices()
  }

  /** Checks the folders again and again, `every` so many milliseconds; null stops it. */
  checkEvery(every: Millis | null): void {
    this.#cancelCheck()
    if (every === null || this.#ended) return
    const { clock, log } = this.#ports
    this.#cancelCheck = clock.wake(clock.now() + every, () => {
      void this.check()
        .catch((error: unknown) => log.warn('check failed', { error: String(error) }))
        .finally(() => this.checkEvery(every))
    })
  }

  /** What is to be told beside the organizations. */
  get notices(): readonly Notice[] {
    return this.#watcher.notices
  }

  /** The computer has woken up, or the way to WhatsApp is open again: what waits tries now, one after another. */
  nudge(): void {
    const { clock } = this.#ports
    for (const [n, runner] of this.#all().entries()) {
      clock.wake(clock.now() + n * NUDGE_SPACING_MS, () => runner.nudge())
    }
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
    const { clock, folders, installation } = this.#ports
    const records = [...this.#all().map((runner) => runner.record), ...this.#creating]
    const made = newOrganization(input, records, uuid, installation, clock.now())
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

  rename(identifier: string, typed: string): Result<null> {
    const runner = this.find(identifier)
    if (!runner) return failure('unknown-organization')
    const name = usableName(typed)
    if (!name.ok) return name
    runner.rename(name.value)
    return ok(null)
  }

  /** Finds a session by any identifier it is known by: id, session name, or a name it had elsewhere. */
  find(identifier: string): SessionRunner | null {
    const exact = this.#runners.get(identifier)
    return exact ?? this.#all().find((runner) => knownBy(runner.record, identifier)) ?? null
  }

  /** Frees every socket and closes every store; what should run comes back at the next start. */
  async end(): Promise<void> {
    this.#ended = true
    this.#cancelCheck()
    this.#reachability.end()
    await Promise.all(this.#all().map((runner) => runner.end()))
  }

  #all(): readonly SessionRunner[] {
    return [...this.#runners.values()]
  }

  #add(record: OrganizationRecord): SessionRunner {
    const runner = new SessionRunner(record, this.#ports, this.#turns, this.#claims, () => {
      this.#reachability.watch()
      this.#events.onChange(record.id)
    })
    this.#runners.set(record.id, runner)
    return runner
  }
}
