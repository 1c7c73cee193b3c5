import { useEffect } from 'react'

const MARK = 'data-pointed'

/**
 * Marks the control to press: the first of the test ids that is on screen and can be pressed, followed through menus
 * and dialogs as they open and close. The mark is an attribute, so that no control has to know about lessons.
 */
export function usePointed(testIds: readonly string[]): void {
  useEffect(() => {
    let pointed: Element | null = null
    const point = () => {
      const next = controlOf(testIds)
      if (next === pointed) return
      pointed?.removeAttribute(MARK)
      next?.setAttribute(MARK, '')
      next?.scrollIntoView({ block: 'nearest' })
      pointed = next
    }
    const observer = new MutationObserver(point)
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'data-disabled', 'data-testid'],
    })
    point()
    return () => {
      observer.disconnect()
      pointed?.removeAttribute(MARK)
    }
  }, [testIds])
}

function controlOf(testIds: readonly string[]): Element | null {
  for (const testId of testIds) {
    const found = document.querySelector(`[data-testid="${testId}"]`)
    const control = found?.closest('button, [role="menuitem"]') ?? found
    if (control && !control.matches(':disabled, [data-disabled]')) return control
  }
  return null
}
