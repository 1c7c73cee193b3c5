/** The disk or the share behind it has not answered in time. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly code = 'ETIMEDOUT'
}

/**
 * Waits for work on a disk that may never answer, as a network share whose server is gone, and frees the caller then. The
 * work itself cannot be ended: it may still hold one of the few threads that Node has for files.
 *
 * @throws an error with the code `ETIMEDOUT`; the work's own error
 */
export async function withinTime<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NoAnswer(`no answer within ${ms} ms`)), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
