/**
 * A step that prints nothing for so long has hung. Not how long it may take: that is up to the machine, and a runner
 * prints whenever a test ends.
 */
export const SILENCE_MS = 10 * 60_000

/**
 * Runs a command for as long as it takes, and ends it once it has been silent for too long.
 *
 * @template Outcome
 * @param {number} limitMs
 * @param {(options: { signal: AbortSignal, hear: () => void }) => Promise<Outcome>} start hands both on to the command
 * @returns {Promise<Outcome & { hung: boolean }>}
 */
export async function endedWhenSilent(limitMs, start) {
  const silent = new AbortController()
  const timer = setTimeout(() => silent.abort(), limitMs)
  try {
    const outcome = await start({ signal: silent.signal, hear: () => void timer.refresh() })
    return { ...outcome, hung: silent.signal.aborted }
  } finally {
    clearTimeout(timer)
  }
}
