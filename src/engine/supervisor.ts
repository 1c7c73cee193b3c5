import type { CreateOrganization } from '../contract/commands.ts'
import { failure, ok, type Result } from '../contract/result.ts'
import type { OrganizationView, SessionCommand } from '../contract/session-view.ts'
import { newOrganization } from './identity.ts'
import type { Ports } from './ports.ts'
import type { OrganizationRecord } from './record.ts'
import { Reachability } from './reachability.ts'
import { SessionRunner } from './session-runner.ts'
import { Turns } from './turns.ts'
import type { DrawQr } from './view.ts'

/** How many sessions may open and connect at the same time. */
const STARTING_AT_ONCE = 4
/** Between two sessions that are told to try now. */
const NUDGE_SPACING_MS = 15

/** All organizations of this computer. */
export class Supervisor {
  readonly #ports: Ports
  readonly #onChange: (organizationId: string) => void
  readonly #reachability: Reachability
  readonly #turns = new Turns(STARTING_AT_ONCE)
  readonly #runners = new Map<string, SessionRunner>()

  /** @param onChange called whenever a view may have changed */
  constructor(ports: Ports, onChange: (organizationId: string) => void) {
    this.#ports = ports
    this.#onChange = onChange
    this.#reachability = new Reachability(
      ports.clock,
      ports.network,
      () => [...this.#runners.values()].some((runner) => runner.waitsForNetwork),
      () => this.nudge(),
    )
  }

  /**
   * Reads the organizations from disk. Nothing runs yet.
   *
   * @returns the names of folders that cannot be read as organizations; they are left untouched
   */
  async load(): Promise<readonly string[]> {
    const unreadable: string[] = []
    const found = await this.#ports.folders.list()
    for (const folder of found) {
      if (folder.kind === 'organization' && !this.#runners.has(folder.record.id)) {
        this.#add(folder.record)
      } else if (folder.kind === 'organization') {
        unreadable.push(folder.record.sessionName)
      } else {
        this.#ports.log.warn('unreadable folder', { folder: folder.folder, reason: folder.reason })
        unreadable.push(folder.folder)
      }
    }
    return unreadable
  }

  /** Brings back every session that was running. */
  restore(): void {
    for (const runner of this.#runners.values()) runner.start()
  }

  /** The computer has woken up, or the way to WhatsApp is open again: what waits tries now, one after another. */
  nudge(): void {
    const { clock } = this.#ports
    for (const [n, runner] of [...this.#runners.values()].entries()) {
      clock.wake(clock.now() + n * NUDGE_SPACING_MS, () => runner.nudge())
    }
  }

  /** Views in the order of creation, which never changes. */
  views(draw: DrawQr): readonly OrganizationView[] {
    return [...this.#runners.values()].map((runner) => runner.view(draw))
  }

  view(organizationId: string, draw: DrawQr): OrganizationView | null {
    return this.#runners.get(organizationId)?.view(draw) ?? null
  }

  /** @param uuid becomes the id where the person gave none */
  async create(
    input: CreateOrganization,
    uuid: string,
  ): Promise<Result<{ readonly organizationId: string }>> {
    const records = [...this.#runners.values()].map((runner) => runner.record)
    const made = newOrganization(input, records, uuid, this.#ports.clock.now())
    if (!made.ok) return made
    // Known before the first await, so that a second click finds the id taken instead of racing for it.
    const runner = this.#add(made.value)
    const outcome = await this.#ports.folders.create(made.value)
    if (!outcome.ok) {
      this.#runners.delete(made.value.id)
      await runner.end()
      return failure('storage', { cause: outcome.cause.code })
    }
    this.#onChange(made.value.id)
    return ok({ organizationId: made.value.id })
  }

  command(organizationId: string, command: SessionCommand): Result<null> {
    const runner = this.#runners.get(organizationId)
    return runner ? runner.command(command) : failure('unknown-organization')
  }

  record(organizationId: string): OrganizationRecord | null {
    return this.#runners.get(organizationId)?.record ?? null
  }

  /** The text of the QR on screen, for practice mode's simulated phone. */
  qrText(organizationId: string): string | null {
    return this.#runners.get(organizationId)?.qrText ?? null
  }

  /** Frees every socket and closes every store; what should run comes back at the next start. */
  async end(): Promise<void> {
    this.#reachability.end()
    await Promise.all([...this.#runners.values()].map((runner) => runner.end()))
  }

  #add(record: OrganizationRecord): SessionRunner {
    const runner = new SessionRunner(record, this.#ports, this.#turns, () => {
      this.#reachability.watch()
      this.#onChange(record.id)
    })
    this.#runners.set(record.id, runner)
    return runner
  }
}
