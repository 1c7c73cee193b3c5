import { TriangleAlert } from 'lucide-react'
import type { Warning } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './warnings.module.css'

/** What is wrong although the session is online. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const text = useText()
  if (warnings.length === 0) return null
  return (
    <ul className={styles['warnings']}>
      {warnings.map(({ code }) => (
        <li key={code} className={styles['warning']} data-testid="warning" data-warning={code}>
          <TriangleAlert size={18} aria-hidden />
          <p>
            <strong>{text.warnings[code].title}.</strong> {text.warnings[code].body}
          </p>
        </li>
      ))}
    </ul>
  )
}
