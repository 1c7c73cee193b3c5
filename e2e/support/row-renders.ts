import type { Page } from 'playwright'

/** As much of React's own tree as its developer tools read. */
interface Fiber {
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly memoizedProps: {
    readonly 'data-testid'?: string
    readonly organization?: { readonly id: string }
  } | null
}

declare global {
  interface Window {
    /** Ids of the organizations whose row was drawn again, in order. */
    rowRenders: string[]
  }
}

/** Loads the page anew, with an ear where React's developer tools would have theirs. */
export async function countRowRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const PERFORMED_WORK = 1
    window.rowRenders = []
    const visit = (fiber: Fiber, before: Fiber | null) => {
      const { organization } = fiber.memoizedProps ?? {}
      const isRow = fiber.child?.memoizedProps?.['data-testid'] === 'organization-item'
      if (isRow && organization && (before === null || (fiber.flags & PERFORMED_WORK) !== 0)) {
        window.rowRenders.push(organization.id)
      }
      // What React has not entered still hangs below both.
      if (before !== null && fiber.child === before.child) return
      for (let child = fiber.child; child !== null; child = child.sibling) visit(child, child.alternate)
    }
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => {},
      onCommitFiberRoot: (_renderer: number, { current }: { current: Fiber }) =>
        visit(current, current.alternate),
    })
  })
  await page.reload()
}

/** Whose rows were drawn since the last time this was asked. */
export function rowRenders(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.rowRenders.splice(0))
}
