import type { PasskeyView } from '../../../contract/passkey.ts'
import type { Text } from '../../../text/es/text.ts'

/** What a step says; each line a paragraph, with the marks of the dictionary. */
export interface PasskeyWords {
  readonly title: string
  readonly lines: readonly string[]
  /** What explains without asking for anything; null where nothing needs it. */
  readonly note: string | null
}

export function passkeyWords({ step, way, code }: PasskeyView, { passkey }: Text): PasskeyWords {
  switch (step) {
    case 'offered': {
      const { title, why, have, opens } = passkey.offered
      return { title, lines: [why, have[way]], note: opens[way] }
    }
    case 'signing': {
      const { title, how, where } = passkey.signing
      return { title: title[way], lines: [how[way]], note: where[way] }
    }
    case 'waiting': {
      const { title, body } = passkey.waiting
      return { title, lines: [body], note: null }
    }
    case 'comparing': {
      const { title, ask, differs } = passkey.comparing
      return { title, lines: [ask(code ?? ''), differs], note: null }
    }
    case 'finishing': {
      const { title, body, code: same } = passkey.finishing
      return { title, lines: [body], note: code === null ? null : same }
    }
  }
}

/** What a screen reader is told of a step: its headline, and the code where it is to be compared. */
export function passkeySpoken(view: PasskeyView, text: Text): string {
  const { title } = passkeyWords(view, text)
  return view.step === 'comparing' && view.code !== null ? `${title}. ${spokenCode(view.code, text)}` : title
}

/** The characters one by one. @param code as `XXXX-XXXX` */
export function spokenCode(code: string, { phoneCode }: Text): string {
  return phoneCode.spoken([...code.replace('-', '')].join(' '))
}
