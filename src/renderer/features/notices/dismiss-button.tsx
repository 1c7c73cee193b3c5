import { X } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './bar.module.css'

/** Puts a bar away that has been read. */
export function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const { dismiss } = useText()
  return (
    <IconButton
      className={styles['dismiss']}
      icon={X}
      iconSize={17}
      label={dismiss}
      quiet
      onClick={onClick}
    />
  )
}
