/** Enough for a comparison and where it stands; the rest is above, where the test ran. */
const LINES = 30

/**
 * What failed, and by what: said once more at the end, where nobody has to search for it and whatever keeps only the
 * end of a long output still has it.
 *
 * @param {readonly import('./runners.mjs').Told[]} tests of all runners
 * @returns {string[]}
 */
export function failed(tests) {
  return tests.flatMap(({ name, failure }) => {
    if (failure === undefined) return []
    const lines = failure.split('\n').slice(0, LINES)
    return [`✗ ${name}`, ...lines.map((line) => `    ${line}`)]
  })
}
