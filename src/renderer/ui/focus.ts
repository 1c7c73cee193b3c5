/**
 * Where what held the focus is gone, it moves to the headline of what took its place. It waits a frame, because
 * a dialog that closes gives the focus back only then.
 */
export function rescueFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('[data-headline]')?.focus({ preventScroll: true })
  })
}

/** What was asked has been put away: the focus goes back to the button that asked, which is there again a frame later. */
export function focusCommand(command: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-command="${command}"]`)?.focus())
}
