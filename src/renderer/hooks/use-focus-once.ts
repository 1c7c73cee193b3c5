import { type RefObject, useEffect, useRef } from 'react'

/** Moves the focus to a button once `due`: what had it before is gone with what it asked. */
export function useFocusOnce(due: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (due) button.current?.focus()
  }, [due])
  return button
}
