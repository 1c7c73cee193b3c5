import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { OrganizationView, SessionCommand, Status, SessionView } from '../../contract/session-view.ts'
import type { Clock } from '../../engine/ports.ts'
import { Supervisor } from '../../engine/keeping/supervisor.ts'
import { silenceConsole } from '../runtime/quiet-console.ts'
import { multiFileImporter } from '../interchange/baileys-folder.ts'
import { baileysSessions } from '../whatsapp/baileys-sessions.ts'
import { organizationFolders } from '../folders/organization-folders.ts'
import { systemClock } from '../runtime/system-clock.ts'
import { knockAt } from '../network/knock.ts'
import { noProxy, type ResolveProxy } from '../network/route.ts'
import { NO_SIGN_INS, type SignIns, WayOut } from '../network/way-out.ts'
import { TestVault } from './test-vault.ts'
import type { PasskeyLimits } from '../pairing/passkey-exchange.ts'
import { NO_PASSKEYS, type Passkeys } from '../passkey/passkeys.ts'

silenceConsole()

/** Enlace without its window: the engine on the real adapters, on a folder of its own. */
export class Shop {
  readonly root: string
  readonly #folder: string
  readonly vault = new TestVault()
  readonly #url: string
  readonly #keepAliveMs: number
  readonly #clock: Clock
  readonly #waiting = new Set<() => void>()
  /** Each shop is a computer of its own. */
  readonly installation = randomUUID()
  /** Milliseconds that each QR lives, from the next start on. */
  qrLifeMs: number | undefined
  readonly lines: string[] = []
  /** What this computer's system says about proxies; asked with every connection. */
  resolveProxy: ResolveProxy = noProxy
  /** What the proxies are told about this shop; from the next start on. */
  signIns: SignIns = NO_SIGN_INS
  #supervisor: Supervisor | null = null

  private constructor(folder: string, url: string, keepAliveMs: number, clock: Clock) {
    this.#folder = folder
    this.root = join(folder, 'organizations')
    this.#url = url
    this.#keepAliveMs = keepAliveMs
    this.#clock = clock
  }

  static async open(url: string, keepAliveMs = 30_000, clock: Clock = systemClock): Promise<Shop> {
    const shop = new Shop(await mkdtemp(join(tmpdir(), 'enlace-shop-')), url, keepAliveMs, clock)
    await shop.start()
    return shop
  }

  /** What the next start has to use a passkey with. */
  passkeys: Passkeys = NO_PASSKEYS
  passkeyLimits: Partial<PasskeyLimits> = {}

  /** What the list showed at the last start, before anything was told to run. */
  beforeRestore: readonly Status[] = []

  get isOpen(): boolean {
    return this.#supervisor !== null
  }

  get supervisor(): Supervisor {
    if (!this.#supervisor) throw new Error('the shop is closed')
    return this.#supervisor
  }

  /** As at the start of the program. */
  async start(): Promise<void> {
    const log = (event: string, fields: object) => {
      this.lines.push(JSON.stringify({ event, ...fields }))
    }
    const way = new WayOut((url) => this.resolveProxy(url), this.signIns)
    const settings = {
      root: this.root,
      vault: this.vault,
      installation: this.installation,
      testMessage: () => 'Enlace',
      log: { info: log, warn: log },
      url: this.#url,
      way,
      versionFile: join(this.#folder, 'whatsapp-version.json'),
      keepAliveMs: this.#keepAliveMs,
      qrLifeMs: this.qrLifeMs,
      passkeys: this.passkeys,
      passkeyLimits: this.passkeyLimits,
    }
    this.#supervisor = new Supervisor(
      {
        installation: this.installation,
        importer: multiFileImporter(this.root, this.vault),
        clock: this.#clock,
        folders: organizationFolders(this.root),
        sessions: baileysSessions(settings),
        network: knockAt(way, this.#url),
        log: settings.log,
      },
      {
        onChange: () => {
          for (const check of this.#waiting) check()
        },
        onNotices: () => {},
        onRemoved: () => {},
      },
    )
    await this.#supervisor.load()
    this.beforeRestore = this.#supervisor.views(() => '').map(({ session }) => session.status)
    this.#supervisor.restore()
  }

  async add(name: string, id: string = randomUUID()): Promise<string> {
    const created = await this.supervisor.create({ name, id }, randomUUID())
    if (!created.ok) throw new Error(created.error.code)
    return created.value.organizationId
  }

  view(id: string): OrganizationView {
    const view = this.supervisor.view(id, (text) => text)
    if (!view) throw new Error(`no organization ${id}`)
    return view
  }

  tell(id: string, command: SessionCommand): void {
    const answer = this.supervisor.command(id, command)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  }

  /** The view as soon as it satisfies `wanted`. */
  async until(
    id: string,
    what: string,
    wanted: (view: OrganizationView) => boolean,
    timeoutMs = 120_000,
  ): Promise<OrganizationView> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const view = this.view(id)
        if (!wanted(view)) return
        clearTimeout(timer)
        this.#waiting.delete(check)
        resolve(view)
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(check)
        const last = JSON.stringify(this.view(id).session)
        reject(new Error(`not ${what} within ${timeoutMs} ms: ${last}\n${this.lines.slice(-20).join('\n')}`))
      }, timeoutMs)
      this.#waiting.add(check)
      check()
    })
  }

  async untilStatus<S extends SessionView['status']>(
    id: string,
    status: S,
  ): Promise<Extract<SessionView, { status: S }>> {
    const { session } = await this.until(id, status, (view) => view.session.status === status)
    if (!has(session, status)) throw new Error(`not ${status}`)
    return session
  }

  /** Resolves when so many milliseconds of the engine's clock have passed. */
  passes(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#clock.wake(this.#clock.now() + milliseconds, resolve))
  }

  /** From unlinked to online, with the phone of `scan`. */
  async link(id: string, scan: (qr: string) => Promise<void>): Promise<void> {
    this.tell(id, 'link')
    await this.scanned(id, scan)
  }

  /** So many new organizations, one after the other linked with the phone of `scan`; their ids. */
  async linkMany(count: number, scan: (qr: string, n: number) => Promise<void>): Promise<readonly string[]> {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      const id = await this.add(`Tienda ${n}`, `shop-${n}`)
      await this.link(id, (qr) => scan(qr, n))
      ids.push(id)
    }
    return ids
  }

  /** Waits for the QR, has it scanned, and waits until the session is online. */
  async scanned(id: string, scan: (qr: string) => Promise<void>): Promise<void> {
    const { qr } = await this.untilStatus(id, 'scan')
    if (!qr) throw new Error('a code instead of a QR')
    await scan(qr.picture)
    await this.untilStatus(id, 'online')
  }

  /** As at the end of the program. */
  async end(): Promise<void> {
    const supervisor = this.supervisor
    this.#supervisor = null
    await supervisor.end()
  }

  async remove(): Promise<void> {
    if (this.#supervisor) await this.end()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

function has<S extends SessionView['status']>(
  session: SessionView,
  status: S,
): session is Extract<SessionView, { status: S }> {
  return session.status === status
}
