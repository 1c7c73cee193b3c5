/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}

/** The value below which `share` of all lie, as the nearest one there is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Each figure's median over several rounds. */
export function medians<K extends string>(rounds: readonly Readonly<Record<K, number>>[]): Record<K, number> {
  const [first] = rounds
  if (!first) throw new Error('nothing was measured')
  const result: Record<K, number> = { ...first }
  for (const key in first) result[key] = median(rounds.map((round) => round[key]))
  return result
}
