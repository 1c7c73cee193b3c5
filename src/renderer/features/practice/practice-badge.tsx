import { GraduationCap } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import styles from './practice-badge.module.css'

/** Across the whole window, so that practice cannot be mistaken for the shop's own sessions. */
export function PracticeBadge() {
  const { practice } = useText()
  return (
    <section className={styles['strip']} aria-label={practice.badge} data-testid="practice-badge">
      <GraduationCap size={18} aria-hidden />
      <strong>{practice.badge}</strong>
      <span className={styles['explanation']}>{practice.explanation}</span>
    </section>
  )
}
