import type { SessionCommand, SessionView, Status } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { LADDER_ONLY } from '../repair/ladder.ts'

/** Where the commands that main allows are shown. */
export interface Actions {
  readonly primary: SessionCommand | null
  readonly beside: readonly SessionCommand[]
  readonly more: readonly SessionCommand[]
}

/** What stays out of the way under *Más*, by status; everything else is a button of its own. */
const UNDER_MORE: Readonly<Record<Status, readonly SessionCommand[]>> = {
  unlinked: ['clear'],
  starting: ['clear'],
  scan: ['clear'],
  linking: ['clear'],
  online: ['clear'],
  stopped: ['clear', 'log-out'],
  reconnecting: ['stop', 'cancel-link', 'log-out'],
  attention: ['stop', 'cancel-link', 'log-out'],
  unavailable: ['stop', 'cancel-link', 'log-out'],
}

/** What has a line of its own, or its place on the repair ladder. */
const ELSEWHERE: readonly SessionCommand[] = [
  'undo-clear',
  'retire-previous',
  'send-keys',
  'use-passkey-otherwise',
  ...LADDER_ONLY,
]

/** Places the commands of a session. */
export function placeActions({ status, primary, allowed }: SessionView): Actions {
  const others = allowed.filter((command) => command !== primary && !ELSEWHERE.includes(command))
  const hidden = (command: SessionCommand) => UNDER_MORE[status].includes(command)
  const beside = others.filter((command) => !hidden(command))
  return {
    primary,
    beside: beside.toSorted((a, b) => nearness(b) - nearness(a)),
    more: others.filter(hidden),
  }
}

/** What stands right beside the primary: the other answer to the same question, then clearing. */
function nearness(command: SessionCommand): number {
  return NEAREST.indexOf(command)
}

const NEAREST: readonly SessionCommand[] = ['clear', 'reject-number', 'deny-code']

/** What a command is called here: the same one has a fitter name in some states. */
export function commandLabel(command: SessionCommand, session: SessionView, text: Text): string {
  if (command === 'retry' && session.status === 'reconnecting') return text.retryNow
  if (command === 'clear' && mayBeNewPhone(session)) return text.newPhone
  if (
    command === 'accept-number' &&
    session.status === 'attention' &&
    session.cause.code === 'another-account'
  ) {
    return text.acceptAccount
  }
  if (command === 'connect' && session.status === 'stopped' && session.elsewhere) return text.connectHere
  if (command === 'link' && session.status === 'attention') return text.linkAgain
  if (command === 'link' && session.status === 'scan') return text.useQr
  if (command === 'link' && session.status === 'unlinked' && session.cause?.code === 'not-scanned') {
    return text.anotherQr
  }
  if (command === 'use-passkey-otherwise' && session.status === 'linking') {
    const otherWay = session.passkey?.otherWay ?? null
    if (otherWay !== null) return text.passkey.otherwise[otherWay]
  }
  return text.commands[command]
}

/** WhatsApp refuses an account in this way also after its phone was changed: then only a new link helps. */
function mayBeNewPhone(session: SessionView): boolean {
  return session.status === 'attention' && session.cause.code === 'restricted' && session.cause.detail === 403
}
