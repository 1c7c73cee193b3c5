import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './patience.ts'
import {
  authority,
  type Certificate,
  signedBy,
} from '../../src/adapters/network/test-support/certificates.ts'
import { type ProxyRules, ProxyServer } from '../../src/adapters/network/test-support/proxy-server.ts'
import { TlsFront } from '../../src/adapters/network/test-support/tls-front.ts'
import { SmallDisk } from '../../src/adapters/test-support/small-disk.ts'
import type { Phone } from '../../src/simulator/phone/phone.ts'
import type { Simulator } from '../../src/simulator/server.ts'
import type { Enlace, LaunchOptions } from './enlace.ts'

/** An organization whose names are the same in every picture. */
interface Shop {
  readonly name: string
  readonly id: string
}

/** The shop that the stage shows, and another of the same owner. */
export const SHOP: Shop = { name: 'Óptica Océano', id: 'oceano-01' }
export const OTHER_SHOP: Shop = { name: 'Óptica Centro', id: 'centro-02' }
/** The shop's phone, and somebody else's. */
export const NUMBER = '573007915262'
export const OTHER_NUMBER = '573126809496'

/** The app on a folder of its own, with the simulated WhatsApp behind it: where states and faults are played. */
export class Stage {
  readonly folder: string
  readonly simulator: Simulator
  readonly #launch: (options: LaunchOptions) => Promise<Enlace>
  readonly #afterwards: (() => void | Promise<void>)[] = []
  #enlace: Enlace | null = null
  #number = NUMBER

  /** @param launch starts the app on `folder` and `simulator` */
  constructor(folder: string, simulator: Simulator, launch: (options: LaunchOptions) => Promise<Enlace>) {
    this.folder = folder
    this.simulator = simulator
    this.#launch = launch
    simulator.phone(NUMBER, { name: SHOP.name })
  }

  /** The app as it runs now. @throws before the first start */
  get enlace(): Enlace {
    if (this.#enlace === null) throw new Error('nothing has been started yet')
    return this.#enlace
  }

  /** The phone in the person's hand: the shop's own, unless another has been taken. */
  get phone(): Phone {
    return this.simulator.phone(this.#number)
  }

  takePhone(number: string): void {
    this.#number = number
  }

  /** The shop's folder. */
  get organizationFolder(): string {
    return join(this.folder, 'organizations', 'org_oceano01')
  }

  /** The folder of the shop's present link. */
  get generationFolder(): string {
    const record: unknown = JSON.parse(
      readFileSync(join(this.organizationFolder, 'organization.json'), 'utf8'),
    )
    return join(this.organizationFolder, `g${String(Reflect.get(Object(record), 'generation'))}`)
  }

  async start(options: LaunchOptions = {}): Promise<Enlace> {
    this.#enlace = await this.#launch(options)
    return this.#enlace
  }

  /** Starts the app on a connection that is encrypted as WhatsApp's is, by an authority that this computer trusts. */
  async encrypted(): Promise<{ readonly front: TlsFront; readonly ca: Certificate }> {
    const ca = await authority('Autoridad de este equipo')
    const front = await TlsFront.before(this.simulator.url, await signedBy(ca))
    this.afterwards(() => front.close())
    const file = join(this.folder, 'authorities.pem')
    await writeFile(file, ca.cert)
    await this.start({
      whatsappUrl: front.through(this.simulator.url),
      environment: { SSL_CERT_FILE: file },
    })
    return { front, ca }
  }

  /** Starts the app on a computer whose system names a proxy for everything. */
  async behindProxy(rules: ProxyRules = {}): Promise<ProxyServer> {
    const proxy = await ProxyServer.start(rules)
    this.afterwards(() => proxy.close())
    await this.start({ args: [`--proxy-server=${proxy.place}`, '--proxy-bypass-list=<-loopback>'] })
    return proxy
  }

  /** Ends the app as a person does, and starts it again; `between` happens while nothing runs. */
  async restart(between: () => void | Promise<void> = () => {}): Promise<Enlace> {
    await this.enlace.close()
    await between()
    return this.start()
  }

  /** An organization that is not linked: a new one, or the shop's own that the scene before has left online. */
  async unlinked(shop = SHOP): Promise<Enlace> {
    const enlace = this.#enlace ?? (await this.start())
    if (shop === SHOP && (await enlace.status()) === 'online') await enlace.logOut()
    else await enlace.addOrganization(shop.name, shop.id)
    return enlace
  }

  /** An organization that is not linked and has asked for a QR, whatever comes of it. */
  async asksForQr(shop = SHOP): Promise<Enlace> {
    const enlace = await this.unlinked(shop)
    await enlace.page.getByTestId('primary-action').click()
    return enlace
  }

  /** *Conectado*: from nothing, or as the scene before has ended. */
  async linked(): Promise<Enlace> {
    if (this.#enlace !== null && (await this.#enlace.status()) === 'online') return this.#enlace
    const enlace = await this.asksForQr()
    await this.phone.scan(await enlace.readQr())
    await enlace.expectStatus('online')
    return enlace
  }

  /** A linked session that the person has stopped, so that nothing has its store open. */
  async stopped(): Promise<Enlace> {
    const enlace = await this.linked()
    await enlace.page.getByTestId('stop-session').click()
    await enlace.expectStatus('stopped')
    return enlace
  }

  /** A linked session, stopped, and connected again after `between`. */
  async reconnected(between: () => void | Promise<void>): Promise<Enlace> {
    const enlace = await this.stopped()
    await between()
    await enlace.page.getByTestId('primary-action').click()
    return enlace
  }

  /** Changes what the shop's file says, while the app does not run. */
  async editOrganization(changes: Readonly<Record<string, unknown>>): Promise<void> {
    const path = join(this.organizationFolder, 'organization.json')
    const record: unknown = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...Object(record), ...changes }))
  }

  /** Puts the organizations on a small file system of their own; before anything has been started. */
  async onSmallDisk(): Promise<SmallDisk> {
    const place = join(this.folder, 'organizations')
    await mkdir(place, { recursive: true })
    const disk = SmallDisk.mountAt(place)
    this.afterwards(() => disk.unmount())
    return disk
  }

  /** Something to be put back before the folder is removed. */
  afterwards(undo: () => void | Promise<void>): void {
    this.#afterwards.unshift(undo)
  }

  /** Ends the app and puts everything back. */
  async strike(): Promise<void> {
    await this.#enlace?.close().catch(() => {})
    for (const undo of this.#afterwards) await undo()
  }

  /** A copy of the stored session has been made. */
  async untilCopied(): Promise<void> {
    const snapshots = join(this.generationFolder, 'snapshots')
    await expect
      .poll(() => readdir(snapshots).catch(() => []))
      .toContainEqual(expect.stringMatching(/^[0-9]{6}-[0-9]{13}[.]db$/))
  }
}
