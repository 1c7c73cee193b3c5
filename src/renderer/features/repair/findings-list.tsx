import { Info, TriangleAlert } from 'lucide-react'
import type { Finding, SessionView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './findings-list.module.css'
import { remedyOf } from './remedy.ts'

interface FindingsListProps {
  readonly session: SessionView
  readonly findings: readonly Finding[]
}

/** Each thing that was found, how bad it is, and what to do about it. */
export function FindingsList({ session, findings }: FindingsListProps) {
  const { findings: words } = useText()
  if (findings.length === 0) return null
  return (
    <ul className={styles['list']}>
      {findings.map((finding) => {
        const { code, severity, count } = finding
        const Icon = severity === 'damage' ? TriangleAlert : Info
        return (
          <li
            key={code}
            className={styles['finding']}
            data-testid="finding"
            data-finding={code}
            data-severity={severity}
          >
            <Icon size={17} aria-hidden />
            <p>
              <strong>{words.severity[severity]}.</strong> {words.what[code](count)}{' '}
              <span className={styles['next']}>{words.next[remedyOf(finding, session)]}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
