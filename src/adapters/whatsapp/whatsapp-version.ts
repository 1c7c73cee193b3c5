import { z } from 'zod'
import { bodyWithin } from '../network/bounded-body.ts'
import { writeAtomically } from '../files/atomic-file.ts'
import { parseJson } from '../files/json.ts'
import { readText } from '../files/plain-file.ts'

/** WhatsApp's web version: three numbers, as `2.3000.1043857760`. */
export type WebVersion = readonly [number, number, number]

/** Where a version came from, from the best to the last resort. */
export type VersionSource = 'live' | 'last-good' | 'bundled'

export interface KnownVersion {
  readonly version: WebVersion
  readonly source: VersionSource
}

/**
 * WhatsApp refuses web versions that are too old (405). This knows the present one: asked live where that is
 * possible, else the last one that worked, else the one that came with Baileys; one that was refused comes after
 * those that were not. Nobody waits for the live one but who has just been refused.
 */
export class WhatsAppVersion {
  readonly #liveUrl: string
  readonly #file: string
  readonly #bundled: WebVersion
  readonly #fetchOptions: RequestInit
  #live: WebVersion | null = null
  readonly #refused = new Set<string>()
  #asking: Promise<void> | null = null
  #askedAt = -Infinity

  /**
   * @param liveUrl the service worker script that names the present version
   * @param file where the last version that worked is kept
   * @param fetchOptions by which way it is asked
   */
  constructor(liveUrl: string, file: string, bundled: WebVersion, fetchOptions: RequestInit = {}) {
    this.#liveUrl = liveUrl
    this.#file = file
    this.#bundled = bundled
    this.#fetchOptions = fetchOptions
  }

  /** The best version known now. @param refused the one that was refused just now: wait for the live one */
  async current(refused: KnownVersion | null = null): Promise<KnownVersion> {
    if (refused) {
      this.#refused.add(String(refused.version))
      await this.#ask()
    } else if (this.#live === null && performance.now() - this.#askedAt > ASK_AGAIN_MS) void this.#ask()
    const known = await this.#known()
    return known.find(({ version }) => !this.#refused.has(String(version))) ?? known[0]
  }

  /** From the best to the last resort. */
  async #known(): Promise<readonly [KnownVersion, ...KnownVersion[]]> {
    const bundled: KnownVersion = { version: this.#bundled, source: 'bundled' }
    const version = await this.#lastGood()
    const older: readonly [KnownVersion, ...KnownVersion[]] =
      version && newerThan(version, this.#bundled) ? [{ version, source: 'last-good' }, bundled] : [bundled]
    return this.#live ? [{ version: this.#live, source: 'live' }, ...older] : older
  }

  /** This version has just logged in. */
  async worked({ version, source }: KnownVersion): Promise<void> {
    this.#refused.delete(String(version))
    if (source === 'live') await writeAtomically(this.#file, `${JSON.stringify(version)}\n`)
  }

  /** Asks once, however many want to know. */
  #ask(): Promise<void> {
    this.#askedAt = performance.now()
    this.#asking ??= this.#fetch().then((version) => {
      this.#asking = null
      if (version) this.#live = version
    })
    return this.#asking
  }

  async #fetch(): Promise<WebVersion | null> {
    try {
      const response = await fetch(this.#liveUrl, {
        ...this.#fetchOptions,
        headers: BROWSER_HEADERS,
        signal: AbortSignal.timeout(LIVE_TIMEOUT_MS),
      })
      const revision = /\\?"client_revision\\?":\s*(\d{6,12})/.exec(await bodyWithin(response, PAGE_MAX))?.[1]
      return response.ok && revision !== undefined ? [2, 3000, Number(revision)] : null
    } catch {
      return null
    }
  }

  async #lastGood(): Promise<WebVersion | null> {
    try {
      return versionFile.parse(parseJson(await readText(this.#file)))
    } catch {
      // Absent or damaged: it is only a hint.
      return null
    }
  }
}

const LIVE_TIMEOUT_MS = 4_000
/** Bytes of WhatsApp's page in which the version is looked for; the page has a few hundred thousand. */
const PAGE_MAX = 4 * 1024 * 1024
/** After a failure the answer would most likely be the same. */
const ASK_AGAIN_MS = 10 * 60 * 1000
/** Without these the page answers with a plain error. */
const BROWSER_HEADERS = {
  'sec-fetch-site': 'none',
  'user-agent':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
}
const part = z.int().min(0)
const versionFile = z.tuple([part, part, part])

function newerThan(a: WebVersion, b: WebVersion): boolean {
  for (const [n, value] of a.entries()) {
    const other = b[n] ?? 0
    if (value !== other) return value > other
  }
  return false
}
