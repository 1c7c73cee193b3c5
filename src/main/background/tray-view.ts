import type { OrganizationView } from '../../contract/session-view.ts'
import { type Tone, toneOf as sessionTone } from '../../contract/tone.ts'
import type { Text } from '../../text/es/text.ts'
import { shownNumber } from '../../text/shown-number.ts'
import { statusWord } from '../../text/status-word.ts'
import { type Summary, summary } from '../../text/summary.ts'

/** What stands beside the clock. */
export interface TrayView {
  /** The worst light of all. */
  readonly tone: Tone
  readonly tooltip: string
  readonly organizations: readonly TrayOrganization[]
  /** Leads to those that have no room; null where all are there. */
  readonly more: string | null
  /** Said where there are no organizations at all. */
  readonly none: string | null
  readonly open: string
  readonly quit: string
}

export interface TrayOrganization {
  readonly id: string
  readonly label: string
  readonly tone: Tone
}

/** A longer menu leaves the screen of a shop PC. */
const ROOM = 20
const LONGEST_NAME = 40
const WORST_FIRST = ['attention', 'working', 'connected', 'off'] as const satisfies readonly Tone[]

/** The same words and lights as in the window, as short as a menu needs them. */
export function trayView(organizations: readonly OrganizationView[], text: Text): TrayView {
  const tones = new Set(organizations.map(toneOf))
  const listed = fitting(organizations)
  const rest = organizations.length - listed.length
  return {
    tone: WORST_FIRST.find((tone) => tones.has(tone)) ?? 'off',
    tooltip:
      organizations.length === 0
        ? text.product
        : `${text.product}: ${sentenceOf(summary(organizations, text))}`,
    organizations: listed.map((organization) => ({
      id: organization.id,
      label: labelOf(organization, text),
      tone: toneOf(organization),
    })),
    more: rest > 0 ? text.tray.more(rest) : null,
    none: organizations.length === 0 ? text.tray.none : null,
    open: text.tray.open,
    quit: text.tray.quit,
  }
}

/** In the order of the window; where there is no room for all, those that need a person come first. */
function fitting(organizations: readonly OrganizationView[]): readonly OrganizationView[] {
  if (organizations.length <= ROOM) return organizations
  const inTrouble = organizations.filter((organization) => toneOf(organization) === 'attention')
  const others = organizations.filter((organization) => toneOf(organization) !== 'attention')
  return [...inTrouble, ...others].slice(0, ROOM - 1)
}

/** A connection that something is wrong with is shown amber, as in the window. */
function toneOf({ session }: OrganizationView): Tone {
  const tone = sessionTone(session)
  return tone === 'connected' && session.warnings.length > 0 ? 'working' : tone
}

function labelOf({ name, session, lastNumber }: OrganizationView, text: Text): string {
  const number = session.status === 'online' ? session.number : lastNumber
  const parts = [
    shortened(name),
    statusWord(session, text),
    ...(number === null ? [] : [shownNumber(text, number)]),
  ]
  return parts.join(' · ')
}

function shortened(name: string): string {
  const characters = [...name]
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name
}

function sentenceOf({ connected, attention }: Summary): string {
  return attention === null ? connected : `${connected} · ${attention}`
}
