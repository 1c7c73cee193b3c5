import { z } from 'zod'
import { removeFile, writeAtomically } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { readText } from '../files/plain-file.ts'
import type { KeyVault } from '../store/key-vault.ts'
import type { SignIn } from './proxy-tunnel.ts'
import type { SignIns } from './way-out.ts'

const SCHEMA = 1
const sealedFile = z.object({ schema: z.literal(SCHEMA), sealed: z.base64() })
const kept = z.record(z.string(), z.object({ user: z.string(), password: z.string() }))

/** A proxy that wants to know who asks. @property refused it did not accept what it was told */
export interface WantedSignIn {
  readonly proxy: string
  readonly refused: boolean
}

/**
 * What proxies are told about who asks, kept in a file that the system's vault has sealed. It is opened for the first
 * proxy that there is, because a vault may want a person first; what cannot be opened counts as not told.
 */
export class ProxySignIns implements SignIns {
  readonly #file: string
  readonly #vault: KeyVault
  readonly #onChange: () => void
  readonly #wanted = new Map<string, WantedSignIn>()
  #opening: Promise<Map<string, SignIn> | null> | null = null

  /** @param onChange a proxy asks, or no longer does */
  constructor(file: string, vault: KeyVault, onChange: () => void) {
    this.#file = file
    this.#vault = vault
    this.#onChange = onChange
  }

  async of(proxy: string): Promise<SignIn | null> {
    // What was refused is not said again: proxies lock accounts that are tried too often.
    if (this.#wanted.get(proxy)?.refused === true) return null
    return (await this.#known()).get(proxy) ?? null
  }

  wanted(proxy: string, told: SignIn | null): void {
    void this.#known().then((known) => {
      // Somebody has just said something else.
      if (told !== null && told !== known.get(proxy)) return
      const before = this.#wanted.get(proxy)
      const refused = told !== null || before?.refused === true
      if (before?.refused === refused) return
      this.#wanted.set(proxy, { proxy, refused })
      this.#onChange()
    })
  }

  passed(proxy: string): void {
    if (this.#wanted.delete(proxy)) this.#onChange()
  }

  /** The proxies that are waiting for somebody to sign in. */
  get waiting(): readonly WantedSignIn[] {
    return [...this.#wanted.values()]
  }

  /** Who asks, where somebody has said. */
  async userOf(proxy: string): Promise<string | null> {
    return (await this.#known()).get(proxy)?.user ?? null
  }

  /** From now on; @throws where it could not be kept, and then it holds for this run only */
  tell(proxy: string, signIn: SignIn): Promise<void> {
    return this.#change((known) => known.set(proxy, signIn), proxy)
  }

  /** @throws where that could not be kept */
  async forget(proxy: string): Promise<void> {
    if ((await this.#known()).has(proxy)) await this.#change((known) => known.delete(proxy), proxy)
  }

  async #known(): Promise<Map<string, SignIn>> {
    this.#opening ??= read(this.#file, this.#vault)
    const known = await this.#opening
    if (known) return known
    // The vault may open later.
    this.#opening = null
    return new Map()
  }

  async #change(change: (known: Map<string, SignIn>) => void, proxy: string): Promise<void> {
    const known = await this.#known()
    change(known)
    this.#opening = Promise.resolve(known)
    this.#wanted.delete(proxy)
    this.#onChange()
    await this.#write(known)
  }

  async #write(known: ReadonlyMap<string, SignIn>): Promise<void> {
    if (known.size === 0) return removeFile(this.#file)
    const secret = Buffer.from(JSON.stringify(Object.fromEntries(known)))
    const sealed = Buffer.from(await this.#vault.wrap(secret)).toString('base64')
    await writeAtomically(this.#file, `${JSON.stringify({ schema: SCHEMA, sealed })}\n`)
  }
}

/** Null while the vault is locked. */
async function read(file: string, vault: KeyVault): Promise<Map<string, SignIn> | null> {
  try {
    const { sealed } = sealedFile.parse(parseJson(await readText(file)))
    const opened = await vault.unwrap(Buffer.from(sealed, 'base64'))
    if (!opened.ok) return opened.why === 'locked' ? null : new Map()
    return new Map(Object.entries(kept.parse(JSON.parse(Buffer.from(opened.key).toString()))))
  } catch {
    // Absent, damaged, or sealed elsewhere: the proxy asks again.
    return new Map()
  }
}
