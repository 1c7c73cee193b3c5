/** How long a piece of long work may hold up everything else: the window, and the frames of all sessions. */
const SLICE_MS = 10

/**
 * Does something with each, and lets everything else have its turn every few milliseconds. What few items take is done
 * at once.
 */
export async function eachInSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let begun = performance.now()
  for (const item of items) {
    work(item)
    if (performance.now() < begun + SLICE_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    begun = performance.now()
  }
}
