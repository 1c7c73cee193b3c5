import type { Language } from '../contract/preferences.ts'
import { duration, LOCALES } from './format.ts'

const MINUTE = 60 * 1000

/** The time of day: `8:00`. */
export function timeOfDay(language: Language, at: number): string {
  return new Date(at).toLocaleTimeString(LOCALES[language], { hour: 'numeric', minute: '2-digit' })
}

/** The day of a headline: `martes, 4 de agosto`, with the year where it is not this one. */
export function dayInWords(language: Language, at: number, now: number): string {
  const date = new Date(at)
  const year = date.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric'
  return date.toLocaleDateString(LOCALES[language], { weekday: 'long', day: 'numeric', month: 'long', year })
}

/** From one time to another, without saying twice what is the same: `mar 4 ago, 8:00 – 9:30`. */
export function stretch(language: Language, from: number, to: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).formatRange(from, to)
}

/** How long something lasted, as exactly as a person would say it: `20 s`, `4 min`, `1 h 32 min`, `13 h`, `3 d`. */
export function lasted(milliseconds: number): string {
  if (milliseconds < 1.5 * MINUTE) return `${Math.max(1, Math.round(milliseconds / 1000))} s`
  const minutes = Math.round(milliseconds / MINUTE)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours >= 10) return duration(milliseconds)
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** A share in percent with one digit, rounded down: what was not whole is not called whole. */
export function percent(language: Language, share: number): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(
    Math.floor(share * 1000) / 1000,
  )
}
