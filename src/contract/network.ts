/** What is between this computer and WhatsApp, in the order in which a connection meets it. */
export const NETWORK_STEPS = ['name', 'address', 'proxy', 'tls', 'whatsapp', 'clock'] as const

export type NetworkStep = (typeof NETWORK_STEPS)[number]

/** Why a step failed, where more is known than that it did. */
export type NetworkTrouble =
  /** The host's name could not be resolved. */
  | 'no-name'
  /** Nothing answers at the address. */
  | 'no-answer'
  | 'proxy-unreachable'
  /** The proxy wants to know who asks, or did not accept what it was told. */
  | 'proxy-sign-in'
  | 'proxy-refused'
  /** The certificate is nobody's whom this computer trusts. */
  | 'intercepted'
  /** The certificate is not valid at the time that this computer has. */
  | 'wrong-clock'
  | 'portal'
  /** WhatsApp answered, but not with a connection. */
  | 'refused'

/** What became of one step. */
export type StepReport =
  /** `detail`: the address, the proxy, the certificate's issuer; empty where there is nothing to say. */
  | { readonly result: 'ok'; readonly detail: string }
  /** There is nothing to test, such as a proxy where there is none. */
  | { readonly result: 'skipped' }
  | { readonly result: 'failed'; readonly trouble: NetworkTrouble; readonly detail: string }

/** How this computer reaches WhatsApp now. */
export interface NetworkUse {
  /** `host:port` of the proxy that is tried first; null where the connection is direct. */
  readonly proxy: string | null
  /** Who asks the proxy, where somebody has said. */
  readonly user: string | null
}

/** How far this computer's clock may be off before it matters, in milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000
