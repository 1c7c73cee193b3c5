import type { Language } from '../../contract/preferences.ts'
import { SUPPORT_CODES } from '../../contract/cause.ts'
import type { Alert, Need } from '../../engine/activity/alerts.ts'
import type { Text } from '../../text/es/text.ts'
import { ended } from '../../text/format.ts'
import { listing } from '../../text/listing.ts'

/** What a notification says, and the organization that a click on it opens. */
export interface AlertWords {
  readonly title: string
  readonly body: string
  readonly organizationId: string
}

/** More names than this are counted instead. */
const NAMED = 3

export function alertWords(alert: Alert, text: Text, language: Language): readonly AlertWords[] {
  const [first, ...others] = alert.organizations
  if (!first) return []
  const words = text.alerts
  const count = alert.organizations.length
  if (alert.kind === 'back') {
    const title = others.length === 0 ? words.back(first.name) : words.backMany(count)
    const body = others.length === 0 ? words.backBody : ended(names(alert, text, language))
    return [{ title, body, organizationId: first.id }]
  }
  const reasons = new Set(alert.organizations.map(({ need }) => reason(need, text)))
  const title = others.length === 0 ? words.needs(first.name) : words.needMany(count)
  // What they have in common is said once; where they differ, the window says it of each.
  const why = reasons.size === 1 ? [...reasons].join('') : ''
  const who = others.length === 0 ? '' : ended(names(alert, text, language))
  return [{ title, body: [why, who].filter((part) => part !== '').join('\n'), organizationId: first.id }]
}

/** A sentence, with the support code where there is one. */
function reason(need: Need, text: Text): string {
  if (need.kind === 'warning') return ended(text.warnings[need.code].title)
  const title = ended(text.causes[need.code].title)
  const sentence = need.kind === 'offline' ? text.alerts.offline(title) : title
  return `${sentence} ${text.supportCode(SUPPORT_CODES[need.code])}.`
}

function names({ organizations }: Alert, text: Text, language: Language): string {
  const named = organizations.map(({ name }) => name)
  const shown = named.length > NAMED + 1 ? named.slice(0, NAMED) : named
  const rest = named.length - shown.length
  return listing(language, rest > 0 ? [...shown, text.alerts.others(rest)] : shown)
}
