import { useEffect } from 'react'

/** `data-inline`: a dialog that is part of the page. */
const ABOVE = '[role="dialog"]:not([data-inline]), [role="menu"]'

/** Calls back on Escape, unless it is meant for a dialog or a menu above; null while there is nothing to leave. */
export function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (onEscape === null) return undefined
    const onKey = ({ key, target }: KeyboardEvent) => {
      const above = target instanceof Element && target.closest(ABOVE) !== null
      if (key === 'Escape' && !above) onEscape()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onEscape])
}
