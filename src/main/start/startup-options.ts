import type { StartupProblem } from '../../contract/commands.ts'
import type { PasskeyWay } from '../../contract/passkey.ts'

/** What the command line and the environment ask for. */
export interface StartupOptions {
  readonly practice: boolean
  /** Started with the computer: no window until somebody asks for it. */
  readonly hidden: boolean
  /** Another server than WhatsApp's, on this computer only; null for WhatsApp. */
  readonly whatsappUrl: string | null
  /** How passkeys are used, whatever this computer has; null where it is chosen by what it has. */
  readonly passkeyWays: readonly PasskeyWay[] | null
  readonly problem: StartupProblem | null
}

/** What the system passes when it starts Enlace by itself. */
export const HIDDEN_SWITCH = '--hidden'

const WHATSAPP_URL = 'wss://web.whatsapp.com/ws/chat'
/** On this computer, where nobody listens. */
const NOWHERE = 'ws://127.0.0.1:1/'
const WEB_SOCKETS = new Set(['ws:', 'wss:'])
const PASSKEY_WAYS = ['window', 'browser'] as const
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * @param packaged a packaged build always talks to WhatsApp, and chooses how by itself, whatever the environment says
 */
export function startupOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  packaged: boolean,
): StartupOptions {
  const practice = argv.includes('--practice')
  const hidden = argv.includes(HIDDEN_SWITCH) && !practice
  const plain = { practice, hidden, whatsappUrl: null, passkeyWays: null, problem: null }
  if (packaged || practice) return plain
  const url = environment['ENLACE_WHATSAPP_URL'] ?? ''
  if (url !== '' && !isLoopbackWebSocket(url))
    return { ...plain, problem: { code: 'whatsapp-url-refused', url } }
  const asked = environment['ENLACE_PASSKEY_WAY'] ?? ''
  const passkeyWays = asked === '' ? null : passkeyWaysIn(asked)
  if (passkeyWays?.length === 0) return { ...plain, problem: { code: 'passkey-way-refused', way: asked } }
  return { ...plain, whatsappUrl: url === '' ? null : url, passkeyWays }
}

/** The ways that a list with commas names, in its order; none where it names anything else. */
function passkeyWaysIn(list: string): readonly PasskeyWay[] {
  const ways = list.split(',').map((name) => PASSKEY_WAYS.find((way) => way === name) ?? null)
  return ways.includes(null) ? [] : [...new Set(ways.filter((way) => way !== null))]
}

/**
 * Whether what takes hours with real people is told within seconds: in practice mode, and where a test says so of a
 * simulated WhatsApp.
 */
export function isHasty({ practice, whatsappUrl }: StartupOptions, environment: NodeJS.ProcessEnv): boolean {
  return practice || (whatsappUrl !== null && environment['ENLACE_HASTY'] === '1')
}

/**
 * The only server the sessions may talk to.
 *
 * @param simulated address of practice mode's own server, or null where it did not start: practice mode then reaches
 * nobody, least of all WhatsApp
 */
export function serverAddress({ practice, whatsappUrl }: StartupOptions, simulated: string | null): string {
  return practice ? (simulated ?? NOWHERE) : (whatsappUrl ?? WHATSAPP_URL)
}

function isLoopbackWebSocket(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return WEB_SOCKETS.has(protocol) && LOOPBACK.has(hostname) && username === '' && password === ''
}
