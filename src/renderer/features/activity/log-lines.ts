import type { LogLine } from '../../../contract/activity.ts'

const LEVELS = ['all', 'warn'] as const
export type ShownLevel = (typeof LEVELS)[number]
export const SHOWN_LEVELS: readonly ShownLevel[] = LEVELS

/** A line as it is shown, searched and copied: `2026-08-04 08:05:00.123 -05:00 warn effect failed error=…`. */
export function lineText({ at, level, event, fields }: LogLine): string {
  const facts = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`)
  return [localTime(at), level, event, ...facts].join(' ')
}

/** The lines that hold every word of the filter, whatever its case. */
export function matching(lines: readonly LogLine[], level: ShownLevel, filter: string): readonly string[] {
  const words = filter.toLowerCase().split(/\s+/)
  return lines
    .filter((line) => level === 'all' || line.level === level)
    .map(lineText)
    .filter((line) => words.every((word) => line.toLowerCase().includes(word)))
}

/** The time of the clock on the wall, and how far it is from UTC: whoever helps may be elsewhere. */
function localTime(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset()
  const wall = new Date(at + minutes * 60_000).toISOString().slice(0, -1).replace('T', ' ')
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${wall} ${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}
