import { PRACTICE_FAULTS, type PracticeFault } from '../../../contract/practice.ts'
import type { Status } from '../../../contract/session-view.ts'

export type FaultGroup = 'connection' | 'phone' | 'linking'

const GROUP_OF: Readonly<Record<PracticeFault, FaultGroup>> = {
  'connection-drop': 'connection',
  outage: 'connection',
  'half-open': 'connection',
  'login-unanswered': 'connection',
  'whatsapp-unavailable': 'connection',
  'short-connections': 'connection',
  'version-refused': 'connection',
  'garbled-answers': 'connection',
  'network-page': 'connection',
  'unknown-refusal': 'connection',
  'wrong-clock': 'connection',
  'unlinked-from-phone': 'phone',
  'opened-elsewhere': 'phone',
  'phone-off': 'phone',
  'account-restricted': 'phone',
  'account-paused': 'phone',
  'account-banned': 'phone',
  'link-retired': 'phone',
  'undecryptable-messages': 'phone',
  'healing-messages': 'phone',
  'test-refused': 'phone',
  'new-chats-forbidden': 'phone',
  'removed-while-limited': 'phone',
  'queue-withheld': 'connection',
  'wrong-phone': 'linking',
  'code-retired': 'linking',
  'passkey-required': 'linking',
  'phone-full': 'linking',
  'scan-failed': 'linking',
  'code-refused': 'linking',
}

/** What can be made to fail now: while a code is on screen only what the scan would meet, so that the code stays in view, and what takes its place. */
export function groupsAt(status: Status): readonly FaultGroup[] {
  switch (status) {
    case 'scan':
    case 'linking':
      return ['linking']
    case 'online':
    case 'reconnecting':
      return ['connection', 'phone']
    default:
      return ['connection', 'phone', 'linking']
  }
}

export function faultsIn(group: FaultGroup): readonly PracticeFault[] {
  return PRACTICE_FAULTS.filter((fault) => GROUP_OF[fault] === group)
}
