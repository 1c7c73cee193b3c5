import { z } from 'zod'
import { SIGNING_ORIGIN } from './assertion.ts'
import type { CdpPipe } from './cdp-pipe.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import { signingScript } from './signing-script.ts'

const PAGE = `${SIGNING_ORIGIN}/`
const START_MS = 60_000
/** Slow lines, and the person may have to sign in at a proxy. */
const LOAD_MS = 90_000

const anything = z.unknown()
const targetCreated = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) })
const targetGone = z.object({ targetId: z.string() })
const attached = z.object({ sessionId: z.string() })
const paused = z.object({
  requestId: z.string(),
  frameId: z.string(),
  request: z.object({ url: z.string(), method: z.string() }),
  resourceType: z.string(),
  redirectedRequestId: z.string().optional(),
})
const received = z.object({
  type: z.string(),
  frameId: z.string(),
  response: z.object({ securityState: z.string() }),
})
const navigated = z.object({ errorText: z.string().optional() })
const frameTree = z.object({
  frameTree: z.object({
    frame: z.object({
      id: z.string(),
      url: z.string(),
      securityOrigin: z.string(),
      secureContextType: z.string(),
      unreachableUrl: z.string().optional(),
    }),
  }),
})
const world = z.object({ executionContextId: z.number() })
const evaluated = z.object({ result: z.object({ value: z.unknown() }) })

/** Why a page does not sign; its name is logged. */
export class PageError extends Error {
  override readonly name: 'NotStarted' | 'Unreachable' | 'WrongPage' | 'InsecurePage' | 'Closed' | 'Crashed'

  constructor(name: PageError['name']) {
    super(name)
    this.name = name
  }
}

/** The one page of a browser that was started for it: the genuine one of WhatsApp Web, with its scripts switched off. */
export class SigningPage {
  /** Resolves when it is gone, with why. */
  readonly gone: Promise<PageError>
  readonly #pipe: CdpPipe
  readonly #sessionId: string
  #frameId = ''
  /** The page was asked for. */
  #isAsked = false

  private constructor(pipe: CdpPipe, targetId: string, sessionId: string) {
    this.#pipe = pipe
    this.#sessionId = sessionId
    this.gone = new Promise((resolve) =>
      pipe.listen(({ method, params }) => {
        if (targetGone.safeParse(params).data?.targetId !== targetId) return
        if (method === 'Target.targetCrashed') resolve(new PageError('Crashed'))
        if (method === 'Target.targetDestroyed') resolve(new PageError('Closed'))
      }),
    )
  }

  /**
   * Takes the window that the browser has opened.
   *
   * @throws PageError where there is none; CdpError
   */
  static async take(pipe: CdpPipe): Promise<SigningPage> {
    const found = Promise.withResolvers<string>()
    const deaf = pipe.listen(({ method, params }) => {
      if (method !== 'Target.targetCreated') return
      const { targetInfo } = targetCreated.safeParse(params).data ?? {}
      if (targetInfo?.type === 'page') found.resolve(targetInfo.targetId)
    })
    const giveUp = () => found.reject(new PageError('NotStarted'))
    const late = setTimeout(giveUp, START_MS)
    void pipe.closed.then(giveUp)
    try {
      // Where that has no answer there is no window either.
      pipe.tell('Target.setDiscoverTargets', { discover: true })
      const targetId = await found.promise
      const { sessionId } = await pipe.ask({
        method: 'Target.attachToTarget',
        params: { targetId, flatten: true },
        answer: attached,
      })
      return new SigningPage(pipe, targetId, sessionId)
    } finally {
      clearTimeout(late)
      deaf()
    }
  }

  /**
   * Goes to WhatsApp Web, fetching its page and nothing else. The icon of the tab, from the same site, is the browser's
   * own affair: it may ask for that without asking here.
   *
   * @throws PageError where it is not there, or is not the genuine one; CdpError
   */
  async open(): Promise<void> {
    await this.#do('Page.enable')
    await this.#do('Network.enable')
    await this.#do('Emulation.setScriptExecutionDisabled', { value: true })
    await this.#do('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
    this.#frameId = (await this.#frame()).id
    const seen: { security: string | null } = { security: null }
    this.#listen((method, params) => {
      if (method === 'Fetch.requestPaused') this.#admit(params)
      if (method !== 'Network.responseReceived') return
      const { data } = received.safeParse(params)
      if (data?.type === 'Document' && data.frameId === this.#frameId)
        seen.security = data.response.securityState
    })
    const { errorText } = await this.#ask('Page.navigate', { url: PAGE }, navigated, LOAD_MS)
    if (errorText !== undefined) throw new PageError('Unreachable')
    const { url, securityOrigin, secureContextType, unreachableUrl } = await this.#frame()
    if (unreachableUrl !== undefined) throw new PageError('Unreachable')
    if (!isOurs(url) || securityOrigin !== SIGNING_ORIGIN) throw new PageError('WrongPage')
    if (secureContextType !== 'Secure' || seen.security !== 'secure') throw new PageError('InsecurePage')
  }

  /**
   * Waits for the person.
   *
   * @returns what the signing script says
   * @throws CdpError
   */
  async sign(request: PasskeyRequest): Promise<unknown> {
    await this.#do('Page.bringToFront')
    // Nothing that the page has defined is seen there.
    const { executionContextId } = await this.#ask(
      'Page.createIsolatedWorld',
      { frameId: this.#frameId, worldName: 'enlace' },
      world,
    )
    const { result } = await this.#ask(
      'Runtime.evaluate',
      {
        expression: signingScript(request),
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      },
      evaluated,
      Infinity,
    )
    return result.value
  }

  /**
   * Lets the page itself through, once and wherever else on its site it is sent to, and ends every other request as if
   * nobody had asked: then no error page replaces it, nor does the page that it has for browsers without scripts.
   */
  #admit(params: unknown): void {
    const { data } = paused.safeParse(params)
    if (!data) return
    const { requestId, frameId, request, resourceType, redirectedRequestId } = data
    const isPage =
      resourceType === 'Document' &&
      frameId === this.#frameId &&
      request.method === 'GET' &&
      (redirectedRequestId === undefined ? !this.#isAsked && request.url === PAGE : isOurs(request.url))
    if (isPage) this.#isAsked = true
    if (isPage) this.#pipe.tell('Fetch.continueRequest', { requestId }, this.#sessionId)
    else this.#pipe.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, this.#sessionId)
  }

  async #frame(): Promise<z.infer<typeof frameTree>['frameTree']['frame']> {
    return (await this.#ask('Page.getFrameTree', {}, frameTree)).frameTree.frame
  }

  #listen(hear: (method: string, params: unknown) => void): void {
    this.#pipe.listen(({ method, params, sessionId }) => {
      if (sessionId === this.#sessionId) hear(method, params)
    })
  }

  async #do(method: string, params: object = {}): Promise<void> {
    await this.#ask(method, params, anything)
  }

  #ask<S extends z.ZodType>(method: string, params: object, answer: S, within?: number): Promise<z.infer<S>> {
    const question = { method, params, sessionId: this.#sessionId, answer }
    return this.#pipe.ask(within === undefined ? question : { ...question, within })
  }
}

function isOurs(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === SIGNING_ORIGIN
}
