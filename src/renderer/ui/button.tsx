import { Button as BaseButton } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className'> {
  /**
   * `primary`: the one thing to press. `clear` and `clear-primary`: amber, for what asks first.
   * `outline`: the others. `quiet`: in running text and corners.
   */
  readonly look?: 'primary' | 'clear' | 'clear-primary' | 'outline' | 'quiet'
  readonly icon?: LucideIcon
}

/**
 * The further clicks of a double click are no presses, and submit nothing: what stands in the button's place by then
 * was not meant.
 */
export function Button({ look = 'outline', icon: Icon, children, onClick, ...props }: ButtonProps) {
  return (
    <BaseButton
      {...props}
      onClick={(event) => {
        if (event.detail > 1) event.preventDefault()
        else onClick?.(event)
      }}
      className={`${styles['button']} ${styles[look]}`}
    >
      {Icon && <Icon size={18} aria-hidden />}
      {children}
    </BaseButton>
  )
}
