/**
 * Virus scanners, indexers and sync clients hold files for moments: Windows then refuses to read, rename or delete
 * them, as a network share does elsewhere. There, a refused permission is a verdict.
 */
const HELD_BY_OTHERS: ReadonlySet<string> = new Set(
  process.platform === 'win32' ? ['EPERM', 'EBUSY', 'EACCES'] : ['EBUSY'],
)
const TRIES = 10
const PAUSE_MS = 30

/**
 * Does something to a file or folder, again and again for a second where another program holds it for a moment.
 *
 * @throws the file system's error, the last one
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error) || tries === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
    }
  }
}

/** Whether another program holds on to what was asked for. */
export function isHeld(error: unknown): boolean {
  return HELD_BY_OTHERS.has(errorCode(error))
}

/** The error code of the file system or of Node, as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
