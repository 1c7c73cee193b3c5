/** A process has a few thousand handles for everything, and every store needs some. */
const AT_ONCE = 32

/**
 * Does something with each, a few at a time and in no particular order; the results are in the order of the items,
 * which are asked for one by one, as each is needed.
 *
 * @throws the first error; what has not begun by then is not begun
 */
export async function fewAtATime<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = numbered(items)
  const worker = async () => {
    for (const [at, item] of waiting) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

function* numbered<T>(items: Iterable<T>): Generator<readonly [number, T], void, void> {
  let at = 0
  for (const item of items) yield [at++, item]
}
