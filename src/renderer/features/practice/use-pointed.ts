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
      reveal(next)
      pointed = next
    }
    const observer = new MutationObserver(point)
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'data-disabled', 'data-testid'],
    })
    const onResize = () => reveal(pointed)
    window.addEventListener('resize', onResize)
    point()
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', onResize)
      pointed?.removeAttribute(MARK)
    }
  }, [testIds])
}

/** A dialog that opens puts the focus on its first button, and scrolls to that, a frame later. */
function reveal(control: Element | null): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => control?.scrollIntoView({ block: 'nearest', behavior: 'instant' })),
  )
}

function controlOf(testIds: readonly string[]): Element | null {
  for (const testId of testIds) {
    const found = document.querySelector(`[data-testid="${testId}"]`)
    const control = found?.closest('button, [role="menuitem"]') ?? found
    // All of a rung of the repair ladder presses its button.
    if (control && !control.matches(':disabled, [data-disabled]')) {
      return control.closest('[data-rung]') ?? control
    }
  }
  return null
}
