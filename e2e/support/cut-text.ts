import type { Page } from 'playwright'

/**
 * Measures every piece of text on the page as it is drawn, and names what a person cannot read: cut off by a box or by
 * the window, wider than its button, drawn over other text, or only to be had by scrolling sideways. Text that is
 * shortened with an ellipsis has to be whole in a `title`. While a dialog or a menu is open, only that is looked at.
 */
export function cutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5
    const OVERLAP = 3
    interface Box {
      readonly left: number
      readonly right: number
      readonly top: number
      readonly bottom: number
    }
    const complaints = new Set<string>()
    const drawn: { readonly node: Text; readonly box: Box }[] = []

    const layers = [...document.querySelectorAll('[role="dialog"], [role="menu"]')].filter((layer) =>
      layer.checkVisibility(),
    )
    const root = layers.at(-1) ?? document.body
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.data.trim() !== '' && isShown(node)) look(node)
    }
    for (const [at, one] of drawn.entries()) {
      for (const other of drawn.slice(at + 1)) {
        if (one.node !== other.node && floats(one.node) === floats(other.node) && meet(one.box, other.box)) {
          complaints.add(`"${short(one.node)}" and "${short(other.node)}" are drawn over each other`)
        }
      }
    }
    for (const element of [root, ...root.querySelectorAll('*')]) {
      if (!scrolls(element, 'overflowX') || element.scrollWidth <= element.clientWidth + SLACK) continue
      complaints.add(`${element.className} scrolls sideways`)
    }
    return [...complaints]

    function look(node: Text): void {
      const owner = node.parentElement
      if (owner === null) return
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        let visible: Box = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom }
        let reachable = true
        for (
          let box: Element | null = owner;
          box !== null && box !== document.body;
          box = box.parentElement
        ) {
          const edge = box.getBoundingClientRect()
          const button = box.tagName === 'BUTTON' && !within(visible, edge)
          if (button) complaints.add(`"${short(node)}" is larger than its button`)
          const cutX =
            clips(box, 'overflowX') &&
            (visible.left < edge.left - SLACK || visible.right > edge.right + SLACK)
          const cutY =
            clips(box, 'overflowY') &&
            (visible.top < edge.top - SLACK || visible.bottom > edge.bottom + SLACK)
          if (scrolls(box, 'overflowY') && !cutX) {
            // What is scrolled away can be scrolled back; what is seen of it is what lies within.
            visible = crossed(visible, edge)
            if (visible.bottom - visible.top < 1) reachable = false
            continue
          }
          if (cutX || cutY) {
            if (!saidElsewhere(owner)) complaints.add(`"${short(node)}" is cut off`)
            visible = crossed(visible, edge)
            if (visible.right - visible.left < 1 || visible.bottom - visible.top < 1) reachable = false
          }
        }
        if (!reachable) continue
        if (visible.left < -SLACK || visible.right > innerWidth + SLACK) {
          complaints.add(`"${short(node)}" reaches beyond the window`)
        }
        if (!scrollable(owner) && (visible.top < -SLACK || visible.bottom > innerHeight + SLACK)) {
          complaints.add(`"${short(node)}" lies above or below the window and cannot be scrolled to`)
        }
        drawn.push({ node, box: visible })
      }
    }

    /** Drawn at all, and not for screen readers alone. */
    function isShown(node: Text): boolean {
      const owner = node.parentElement
      if (owner === null || !owner.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return false
      for (let box: Element | null = owner; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).clipPath !== 'none') return false
      }
      return true
    }

    function saidElsewhere(owner: Element): boolean {
      const titled = owner.closest('[title]')
      return titled !== null && (titled.getAttribute('title') ?? '').includes(owner.textContent.trim())
    }

    function clips(box: Element, axis: 'overflowX' | 'overflowY'): boolean {
      return getComputedStyle(box)[axis] !== 'visible'
    }

    function scrolls(box: Element, axis: 'overflowX' | 'overflowY'): boolean {
      const how = getComputedStyle(box)[axis]
      return how === 'auto' || how === 'scroll'
    }

    function scrollable(element: Element): boolean {
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        if (scrolls(box, 'overflowY')) return true
      }
      return false
    }

    /** Stays in place while what is below it scrolls. */
    function floats(node: Text): boolean {
      for (let box = node.parentElement; box !== null && box !== root; box = box.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(box).position)) return true
      }
      return false
    }

    function within(inner: Box, outer: Box): boolean {
      return (
        inner.left >= outer.left - SLACK &&
        inner.right <= outer.right + SLACK &&
        inner.top >= outer.top - SLACK &&
        inner.bottom <= outer.bottom + SLACK
      )
    }

    function crossed(one: Box, other: Box): Box {
      return {
        left: Math.max(one.left, other.left),
        right: Math.min(one.right, other.right),
        top: Math.max(one.top, other.top),
        bottom: Math.min(one.bottom, other.bottom),
      }
    }

    function meet(one: Box, other: Box): boolean {
      const both = crossed(one, other)
      return both.right - both.left > OVERLAP && both.bottom - both.top > OVERLAP
    }

    function short(node: Text): string {
      return node.data.trim().slice(0, 60)
    }
  })
}
