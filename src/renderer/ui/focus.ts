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
