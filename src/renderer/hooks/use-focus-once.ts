import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Moves the focus to a button once `due`: what had it before is gone with what it asked. At once, because a dialog that
 * finds the focus lost a moment later takes it for itself (Base UI's `restoreFocus`).
 */
export function useFocusOnce(due: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (due) button.current?.focus()
  }, [due])
  return button
}
