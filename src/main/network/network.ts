import { join } from 'node:path'
import { systemProxy } from '../../adapters/desktop/system-proxy.ts'
import { knockAt } from '../../adapters/network/knock.ts'
import { ProxySignIns } from '../../adapters/network/proxy-sign-ins.ts'
import { placeOf } from '../../adapters/network/route.ts'
import { WayOut } from '../../adapters/network/way-out.ts'
import type { KeyVault } from '../../adapters/store/key-vault.ts'
import type { Notice } from '../../contract/commands.ts'
import type { NetworkStep, NetworkUse, StepReport } from '../../contract/network.ts'
import { failure, ok, type Result } from '../../contract/result.ts'
import type { Network as NetworkPort } from '../../engine/ports.ts'

interface NetworkOptions {
  /** WebSocket address of WhatsApp, or of the simulator. */
  readonly url: string
  readonly folder: string
  readonly vault: KeyVault
  /** A proxy asks who is there, or no longer does. */
  readonly onNotices: () => void
  /** A way that was closed may be open now. */
  readonly onSignedIn: () => void
}

/** This computer's way to WhatsApp: what it is, what stands in it, and what a proxy on it is told. */
export class Network {
  readonly way: WayOut
  readonly port: NetworkPort
  readonly #signIns: ProxySignIns
  readonly #options: NetworkOptions
  readonly #tests = new Map<NetworkStep, Promise<StepReport>>()

  constructor(options: NetworkOptions) {
    const { folder, vault, onNotices, url } = options
    this.#options = options
    this.#signIns = new ProxySignIns(join(folder, 'proxy-sign-in.json'), vault, onNotices)
    this.way = new WayOut(systemProxy, this.#signIns)
    this.port = knockAt(this.way, url)
  }

  get notices(): readonly Notice[] {
    return this.#signIns.waiting.map(({ proxy, refused }) => ({
      code: refused ? 'proxy-sign-in-refused' : 'proxy-sign-in',
      proxy,
    }))
  }

  async use(): Promise<NetworkUse> {
    const [route] = await this.way.routes(new URL(this.#options.url))
    const proxy = route && route.kind !== 'direct' ? placeOf(route) : null
    return { proxy, user: proxy === null ? null : await this.#signIns.userOf(proxy) }
  }

  /** Whoever asks while this step is being looked at gets the same answer. */
  test(step: NetworkStep): Promise<StepReport> {
    const underWay = this.#tests.get(step) ?? this.#test(step).finally(() => this.#tests.delete(step))
    this.#tests.set(step, underWay)
    return underWay
  }

  /** Only a proxy that asks is told anything. */
  signIn(proxy: string, user: string, password: string): Promise<Result<null>> {
    return this.#signIns.waiting.some((waiting) => waiting.proxy === proxy)
      ? this.#kept(this.#signIns.tell(proxy, { user, password }))
      : Promise.resolve(failure('invalid-input', { command: 'signInToProxy', field: 'proxy' }))
  }

  forget(proxy: string): Promise<Result<null>> {
    return this.#kept(this.#signIns.forget(proxy))
  }

  async #test(step: NetworkStep): Promise<StepReport> {
    const { testStep } = await import('../../adapters/network/connection-test.ts')
    return testStep(this.way, this.#options.url, step)
  }

  async #kept(change: Promise<void>): Promise<Result<null>> {
    try {
      await change
      return ok(null)
    } catch {
      return failure('storage', { cause: 'io-error' })
    } finally {
      this.#options.onSignedIn()
    }
  }
}
