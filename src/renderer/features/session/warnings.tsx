import { TriangleAlert } from 'lucide-react'
import type { SessionView, WarningCode } from '../../../contract/session-view.ts'
import { duration } from '../../../text/format.ts'
import type { Text } from '../../../text/es.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './warnings.module.css'

/** What is wrong beside the status; the session may well be online. */
export function Warnings({ session }: { readonly session: SessionView }) {
  const text = useText()
  if (session.warnings.length === 0) return null
  return (
    <ul className={styles['warnings']}>
      {session.warnings.map(({ code }) => (
        <li key={code} className={styles['warning']} data-testid="warning" data-warning={code}>
          <TriangleAlert size={18} aria-hidden />
          <p>
            <strong>{text.warnings[code].title}.</strong> {measured(code, session, text)}{' '}
            {text.warnings[code].body}
          </p>
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
