import type { Language } from '../contract/preferences.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Brazilian Portuguese, Latin American Spanish and the English of the same continent. */
export const LOCALES: Readonly<Record<Language, string>> = { es: 'es-419', en: 'en-US', pt: 'pt-BR' }

interface PluralForms {
  readonly one: string
  readonly other: string
}

/** The form of a phrase that goes with `count`; the forms hold the number themselves. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  return new Intl.PluralRules(LOCALES[language]).select(count) === 'one' ? forms.one : forms.other
}

/**
 * How long ago something was, as people say it. Seconds go in tens, so that the line does not twitch;
 * a time in the future (a clock that was set back) is now.
 */
export function ago(language: Language, at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' })
  const elapsed = now - at
  if (elapsed < 10 * SECOND) return relative.format(0, 'second')
  if (elapsed < MINUTE) return relative.format(-Math.floor(elapsed / (10 * SECOND)) * 10, 'second')
  if (elapsed < HOUR) return relative.format(-Math.floor(elapsed / MINUTE), 'minute')
  if (elapsed < DAY) return relative.format(-Math.floor(elapsed / HOUR), 'hour')
  return relative.format(-Math.floor(elapsed / DAY), 'day')
}

/** What is left of a wait: seconds up to two minutes, then whole minutes. Never negative. */
export function remaining(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / SECOND))
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}

/** A length of time in its largest fitting unit, rounded: `7 min`, `3 h`, `2 d`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 2 * HOUR) return `${Math.max(1, Math.round(milliseconds / MINUTE))} min`
  if (milliseconds < 2 * DAY) return `${Math.round(milliseconds / HOUR)} h`
  return `${Math.round(milliseconds / DAY)} d`
}

/** A count; groups from five digits on, because one country's thousands point is the next one's decimal point. */
export function counted(language: Language, n: number): string {
  return new Intl.NumberFormat(LOCALES[language], { useGrouping: 'min2' }).format(n)
}

/** Whole days left, counting one that has begun. */
export function daysLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / DAY))
}

export type Moment =
  | { readonly day: 'today' | 'yesterday'; readonly time: string }
  | { readonly day: 'other'; readonly date: string }

/** A moment the way people name it: today and yesterday by the clock, anything else by its date. */
export function moment(language: Language, at: number, now: number): Moment {
  const date = new Date(at)
  const today = new Date(now)
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  const locale = LOCALES[language]
  const time = date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })
  if (date.toDateString() === today.toDateString()) return { day: 'today', time }
  if (date.toDateString() === yesterday.toDateString()) return { day: 'yesterday', time }
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric'
  return { day: 'other', date: date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year }) }
}

/** A date with its time, as `30 de noviembre, 14:05`. */
export function dateAndTime(language: Language, at: number): string {
  return new Date(at).toLocaleString(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  })
}

/** What to say of a moment, in each of its three forms. */
interface MomentForms {
  readonly today: (time: string) => string
  readonly yesterday: (time: string) => string
  readonly other: (date: string) => string
}

export function momentInWords(at: Moment, forms: MomentForms): string {
  return at.day === 'other' ? forms.other(at.date) : forms[at.day](at.time)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size on disk in its largest fitting unit, in thousands as file managers show it: `812 kB`, `1.2 MB`. */
export function fileSize(language: Language, bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power)
}

/** Ends a sentence whose last word may be `a.m.`. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
