import type { Options } from '../options.ts'
import { LOGIN_MS } from '../sessions/short-logins.ts'
import type { Results } from './results.ts'
import { ms, ratio, type Row, table, whole } from './table.ts'

/** Logins that are accepted and cut. */
export function shortLoginsTable(
  { enlace, bare }: NonNullable<Results['shortLogins']>,
  { shortLoginsMs }: Options,
): readonly string[] {
  const minutes = shortLoginsMs / 60_000
  const row = (name: string, { logins, toldMs, cpuMs }: typeof enlace, ratios: boolean): Row => [
    name,
    whole(logins),
    ratios ? ratio(logins, bare.logins) : '',
    toldMs === null ? 'never' : ms(toldMs),
    ms(cpuMs),
    ratios ? ratio(cpuMs, bare.cpuMs) : '',
  ]
  return [
    '## Logins that do not last',
    `One session on each side, at the same time, for ${minutes} minutes: every login is accepted and cut ${LOGIN_MS} ms ` +
      'later. The bare side opens a new socket at every close, as Baileys’ own example does. Told: until the window no longer ' +
      'shows *Conectado*.',
    table(
      ['', 'logins', '', 'told after', 'processor', ''],
      [row('Enlace', enlace, true), row('bare', bare, false)],
    ),
  ]
}

/** A long outage. */
export function dayTable(
  { enlace, bare }: NonNullable<Results['day']>,
  { daySessions, dayMs }: Options,
): readonly string[] {
  const minutes = (figures: typeof enlace) => `${(figures.realMs / 60_000).toFixed(1)} min`
  const row = (name: string, figures: typeof enlace, ratios: boolean): Row => [
    name,
    whole(figures.attempts),
    ratios ? ratio(figures.attempts, bare.attempts) : '',
    whole(figures.knocks),
    ms(figures.backMs),
    ratios ? ratio(figures.backMs, bare.backMs) : '',
    whole(figures.loginAttempts),
    ms(figures.loopMax),
    whole(figures.lost),
  ]
  const hours = dayMs / 3_600_000
  return [
    `## ${hours} h without a server`,
    `${daySessions} sessions. Enlace’s clock is advanced through ${hours} h in ${minutes(enlace)}; bare Baileys has no ` +
      `clock of its own, and goes through ${minutes(bare)} of the same outage. Attempts and knocks while it lasts; then ` +
      'the time until all are online, sockets opened and the longest stall of the event loop from the server’s return ' +
      'on; lost: not online a minute after it.',
    table(
      ['', 'attempts', '', 'knocks', 'back after', '', 'sockets', 'longest stall', 'lost'],
      [row(`Enlace, ${hours} h`, enlace, true), row(`bare, ${minutes(bare)}`, bare, false)],
    ),
  ]
}

/** A start beside strange files. */
export function junkTable(
  { alone, beside }: NonNullable<Results['junk']>,
  { besideSessions, junkFiles }: Options,
): readonly string[] {
  const row = (name: string, { firstMs, wallMs, loopMax }: typeof alone, ratios: boolean): Row => [
    name,
    ms(firstMs),
    ratios ? ratio(firstMs, alone.firstMs) : '',
    ms(wallMs),
    ratios ? ratio(wallMs, alone.wallMs) : '',
    ms(loopMax),
  ]
  return [
    '## Starting beside what is not Enlace’s',
    `${besideSessions} linked organizations, started in turns alone and beside one more folder among theirs that holds ` +
      `${junkFiles} files: time until the first and until the last is online, and the longest stall meanwhile.`,
    table(
      ['', 'first online', '', 'all online', '', 'longest stall'],
      [row('alone', alone, false), row('beside the files', beside, true)],
    ),
  ]
}
