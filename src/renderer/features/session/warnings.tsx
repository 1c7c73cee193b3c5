import { TriangleAlert } from 'lucide-react'
import type { SessionView, WarningCode } from '../../../contract/session-view.ts'
import { duration } from '../../../text/format.ts'
import type { Text } from '../../../text/es/text.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { commandLabel } from './actions.ts'
import type { Press } from './press.ts'
import { restrictionWords } from './restriction-words.ts'
import styles from './warnings.module.css'

interface WarningsProps {
  readonly session: SessionView
  readonly onCommand: (command: Press) => void
}

/** What is wrong beside the status; the session may well be online. Below the buttons, which stay where they are. */
export function Warnings({ session, onCommand }: WarningsProps) {
  const text = useText()
  const language = useLanguage()
  if (session.warnings.length === 0) return null
  return (
    <ul className={styles['warnings']}>
      {session.warnings.map(({ code, action, restriction }) => (
        <li key={code} className={styles['warning']} data-testid="warning" data-warning={code}>
          <TriangleAlert size={18} aria-hidden />
          <p>
            <strong>{text.warnings[code].title}.</strong> {measured(code, session, text)}{' '}
            {restriction && Object.values(restrictionWords(restriction, text, language)).join(' ')}{' '}
            {text.warnings[code].body}
          </p>
          {action && action !== session.primary && session.allowed.includes(action) && (
            <Button look="quiet" data-testid="warning-action" onClick={() => onCommand(action)}>
              {commandLabel(action, session, text)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** By how much, where that is known. */
function measured(code: WarningCode, session: SessionView, text: Text): string | null {
  if (code !== 'clock-skew' || session.status !== 'online') return null
  const { clockSkew } = session.health
  if (clockSkew === null) return null
  return clockSkew > 0 ? text.clock.ahead(duration(clockSkew)) : text.clock.behind(duration(-clockSkew))
}
