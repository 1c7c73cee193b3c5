export type Row = readonly string[]

/** A Markdown table; columns after the first are numbers. */
export function table(head: Row, rows: readonly Row[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function ms(value: number): string {
  return value >= 1_000 ? `${(value / 1_000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

export function mb(kilobytes: number): string {
  return `${(kilobytes / 1_024).toFixed(1)} MB`
}

export function ratio(value: number, base: number): string {
  const times = value / base
  return Number.isFinite(times) ? `${times.toFixed(times < 0.1 ? 3 : 2)} ×` : '–'
}

export function whole(value: number): string {
  return value.toFixed(0)
}
