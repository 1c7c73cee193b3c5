/** A failure the person at the keyboard can act on. Shown without a stack; every other error is a bug and keeps it. */
export class ActionableError extends Error {
  /** @override */
  name = 'ActionableError'
}

/** @param {string} text */
export function say(text) {
  console.log(text)
}

/**
 * Says what is being done while it is done, and how long it took.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  say(`${what} …`)
  const start = performance.now()
  const result = await work()
  say(`  done in ${seconds(performance.now() - start)}`)
  return result
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/**
 * The outermost function of a script: its result is the exit code, its error a message.
 *
 * @param {() => Promise<number | void>} work
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof ActionableError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
