import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './icon-button.module.css'

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon
  readonly iconSize?: number
  readonly label: string
  /** `bar`: beside small print. `line`: beside a headline. `corner`: alone in a corner of the window. */
  readonly size?: 'bar' | 'line' | 'corner'
  /** Stays quiet under the pointer: it only puts something away. */
  readonly quiet?: boolean
}

/** A button that is nothing but an icon. `className` is for where it stands. */
export function IconButton({
  icon: Icon,
  iconSize = 18,
  label,
  size = 'bar',
  quiet,
  className,
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={`${styles['button']} ${className ?? ''}`}
      data-size={size}
      data-quiet={quiet}
      aria-label={label}
    >
      <Icon size={iconSize} aria-hidden />
    </button>
  )
}
