import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import styles from './protection.module.css'

/** Whether the system guards the keys, said plainly where it does not. */
export function Protection() {
  const { protection: words } = useText()
  const protection = useEnlace(({ environment }) => environment?.protection)
  if (protection === undefined) return null
  const Icon = protection === 'system' ? ShieldCheck : ShieldAlert
  return (
    <p className={styles['protection']} data-testid="protection" data-protection={protection}>
      <Icon size={20} aria-hidden />
      {words[protection]}
    </p>
  )
}
