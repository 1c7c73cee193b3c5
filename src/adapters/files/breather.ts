/** What a person does not feel, and no other session either. */
const WORK_MS = 10

/**
 * For long work in the process that everything runs in: asked between its steps, it lets whatever else waits have its
 * turn as soon as enough has been done in one go.
 */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() < since + WORK_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
