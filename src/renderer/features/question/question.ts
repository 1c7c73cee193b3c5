import type { OrganizationView } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { phoneNumber } from '../../../text/phone-number.ts'
import { shownNumber } from '../../../text/shown-number.ts'

/** Commands that ask first, in a dialog. */
export const ASKING = ['log-out', 'undo-clear', 'change-number', 'test', 'retire-previous'] as const
export type Asking = (typeof ASKING)[number]

/** What is asked before a command is given. */
export interface Question {
  readonly title: string
  /** Paragraphs, with the marks of the dictionary. */
  readonly body: readonly string[]
  readonly confirm: string
  readonly testId: string
  /** It ends nothing, and so is not amber. */
  readonly harmless?: boolean
}

/** The question of a command, about this organization. */
export function questionOf(command: Asking, organization: OrganizationView, text: Text): Question {
  const { name, session, lastNumber } = organization
  const number = session.status === 'online' ? session.number : lastNumber
  switch (command) {
    // It reaches the phone.
    case 'log-out': {
      const { title, body, kept, confirm } = text.logOut
      return { title: title(name), body: [body, kept], confirm, testId: 'confirm-log-out' }
    }
    // Asked only where going back takes the place of a newer link.
    case 'undo-clear': {
      const { title, back, replaced, confirm } = text.undoClear
      const before = session.undo?.number ?? null
      const body = [back(before && phoneNumber(before)), replaced(number && phoneNumber(number))]
      return { title, body, confirm, testId: 'confirm-undo' }
    }
    // The link goes, on the phone too; the organization and its session stay for the next number.
    case 'change-number': {
      const { title, body, kept, confirm } = text.changeNumber
      return {
        title: title(name),
        body: [body(shownNumber(text, number ?? '')), kept],
        confirm,
        testId: 'confirm-change-number',
      }
    }
    // Something will appear on the phone.
    case 'test': {
      const { title, body, explanation, confirm } = text.test
      return {
        title: title(name),
        body: [body(shownNumber(text, number ?? '')), explanation],
        confirm,
        testId: 'confirm-test',
        harmless: true,
      }
    }
    // The clear cannot be undone after it.
    case 'retire-previous': {
      const { title, body, undo, confirm } = text.previous
      return { title, body: [body, undo], confirm, testId: 'confirm-retire' }
    }
  }
}

/** Going back needs no question where it takes the place of nothing: before a scan, that is sure. */
export function asksNow(command: Asking, { session }: OrganizationView): boolean {
  return command !== 'undo-clear' || (session.status !== 'unlinked' && session.status !== 'scan')
}
