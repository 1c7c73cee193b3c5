import { type KeyboardEvent, memo } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import type { Text } from '../../../text/es/text.ts'
import { initials } from '../../format/initials.ts'
import { shownNumber } from '../../../text/shown-number.ts'
import { useText } from '../../hooks/use-text.ts'
import { selectOrganization } from '../../store.ts'
import hidden from '../../styles/hidden.module.css'
import { statusWord } from '../../../text/status-word.ts'
import { toneOf } from '../../../contract/tone.ts'
import styles from './organization-item.module.css'
import { StateLight } from './state-light.tsx'
import { targetRow } from './target-row.ts'

interface OrganizationItemProps {
  readonly organization: OrganizationView
  readonly selected: boolean
  /** The one row that the Tab key reaches; arrow keys go on from there. */
  readonly reachable: boolean
  readonly onPicked?: (() => void) | undefined
}

/** Drawn again only when its own organization changed: there may be two hundred. */
export const OrganizationItem = memo(function OrganizationItem({
  organization,
  selected,
  reachable,
  onPicked,
}: OrganizationItemProps) {
  const text = useText()
  const { name, session } = organization
  return (
    <button
      type="button"
      className={styles['item']}
      data-testid="organization-item"
      data-status={session.status}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={() => {
        selectOrganization(organization.id)
        onPicked?.()
      }}
      onKeyDown={moveAmongRows}
    >
      <span className={styles['avatar']} aria-hidden>
        {initials(name)}
        <StateLight session={session} />
      </span>
      <span className={styles['words']}>
        <span className={styles['name']} title={name} dir="auto">
          {name}
        </span>
        <State organization={organization} text={text} />
      </span>
    </button>
  )
})

/** Arrow keys, Home and End move the focus between the rows. */
function moveAmongRows(event: KeyboardEvent<HTMLButtonElement>): void {
  const rows = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])]
  const target = targetRow(event.key, rows.indexOf(event.currentTarget), rows.length)
  if (target === null) return
  event.preventDefault()
  rows[target]?.focus()
}

/** The word of the light; once connected, the number in its place, and the word is read aloud. */
function State({
  organization: { session },
  text,
}: {
  readonly organization: OrganizationView
  readonly text: Text
}) {
  return (
    <span className={styles['state']} data-tone={toneOf(session)}>
      <span className={session.status === 'online' ? hidden['hidden'] : styles['word']}>
        {statusWord(session, text)}
      </span>
      {session.status === 'online' && (
        <span className={styles['number']}>{shownNumber(text, session.number)}</span>
      )}
    </span>
  )
}
