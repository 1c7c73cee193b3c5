import type { Options } from '../options.ts'
import { dayTable, junkTable, shortLoginsTable } from './field-tables.ts'
import type { SideBySide } from '../sessions/restore.ts'
import { promisesTable } from './promises.ts'
import { median, percentile } from '../statistics.ts'
import type { Results } from './results.ts'
import { mb, ms, ratio, type Row, table, whole } from './table.ts'

/** The whole report, in Markdown. */
export function report(results: Results, machine: string, options: Options): string {
  const { rounds, outageMs } = options
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`. Enlace and what it is held against take turns in the same run, each in a process of its ' +
      `own; figures are medians of ${rounds} interleaved round${rounds === 1 ? '' : 's'}, ratios are Enlace’s divided by ` +
      'the other’s. The other side of every socket is the simulator, in a further process on the same machine, whose ' +
      'cores all of them share.',
    machine,
    '## The promises',
    promisesTable(results),
  ]
  if (results.restore.size > 0) parts.push(...restoreTables(results))
  if (results.reconnect.size > 0) parts.push(...reconnectTable(results, outageMs))
  if (results.shortLogins) parts.push(...shortLoginsTable(results.shortLogins, options))
  if (results.day) parts.push(...dayTable(results.day, options))
  if (results.junk) parts.push(...junkTable(results.junk, options))
  if (results.store) parts.push(...storeTable(results.store))
  if (results.paint) parts.push(...paintTable(results.paint))
  if (results.scroll) parts.push(...scrollTable(results.scroll))
  if (results.memory) parts.push(...memoryTable(results.memory))
  if (results.passkey) parts.push(...passkeyTable(results.passkey))
  return `${parts.join('\n\n')}\n`
}

function restoreTables({ restore }: Results): readonly string[] {
  const rows = (figure: (side: 'enlace' | 'bare', sessions: number) => Row): readonly Row[] =>
    [...restore.keys()].flatMap((sessions) => [figure('enlace', sessions), figure('bare', sessions)])
  const of = (side: 'enlace' | 'bare', sessions: number) => found(restore, sessions)[side]
  return [
    '## Restoring linked sessions',
    'Enlace’s engine on its sealed store, four sessions at a time, against bare Baileys sockets on stock ' +
      '`useMultiFileAuthState`, all at once, with the very same credentials: time until the last is online, processor ' +
      'time until two seconds after that, and how late a timer of 1 ms came meanwhile.',
    table(
      ['sessions', 'time', '', 'processor', '', 'loop p50', 'p99', 'longest'],
      rows((side, sessions) => {
        const { wallMs, cpuMs, loopP50, loopP99, loopMax } = of(side, sessions)
        const bare = of('bare', sessions)
        const own = side === 'enlace'
        return [
          own ? `${sessions} · Enlace` : `${sessions} · bare`,
          ms(wallMs),
          own ? ratio(wallMs, bare.wallMs) : '',
          ms(cpuMs),
          own ? ratio(cpuMs, bare.cpuMs) : '',
          ms(loopP50),
          ms(loopP99),
          ms(loopMax),
        ]
      }),
    ),
    '## Memory of idle sessions',
    'The same processes two seconds after the last session came online and after a garbage collection, less what they ' +
      'were with everything loaded and no session, divided by the number of sessions.',
    table(
      ['sessions', 'RSS each', '', 'heap each', '', 'RSS in all'],
      rows((side, sessions) => {
        const { rssKb, heapKb } = of(side, sessions)
        const bare = of('bare', sessions)
        const own = side === 'enlace'
        return [
          own ? `${sessions} · Enlace` : `${sessions} · bare`,
          mb(rssKb / sessions),
          own ? ratio(rssKb, bare.rssKb) : '',
          mb(heapKb / sessions),
          own ? ratio(heapKb, bare.heapKb) : '',
          mb(rssKb),
        ]
      }),
    ),
  ]
}

function reconnectTable({ reconnect }: Results, outageMs: number): readonly string[] {
  const rows = [...reconnect.keys()].flatMap((sessions) => {
    const { enlace, bare } = found(reconnect, sessions)
    return [
      [
        `${sessions} · Enlace`,
        ms(enlace.backMs),
        ratio(enlace.backMs, bare.backMs),
        whole(enlace.attempts),
        ratio(enlace.attempts, bare.attempts),
        whole(enlace.knocks),
        ms(enlace.cpuMs),
        ratio(enlace.cpuMs, bare.cpuMs),
        whole(enlace.lost),
        whole(enlace.replaced),
      ],
      [
        `${sessions} · bare`,
        ms(bare.backMs),
        '',
        whole(bare.attempts),
        '',
        '–',
        ms(bare.cpuMs),
        '',
        whole(bare.lost),
        whole(bare.replaced),
      ],
    ]
  })
  return [
    '## After a restart of the server',
    `The server’s port is closed for ${outageMs / 1_000} to ${outageMs / 1_000 + 1} s; the bare side opens a new socket ` +
      'at every close, as Baileys’ own example does. Time from the server’s return until all are online; sockets opened, ' +
      'bare TCP knocks and processor time from the beginning of the outage until then. Lost: not online a minute after the ' +
      'return; new identity: the stored credentials are no longer those that were linked, because half a file was read as ' +
      'none. Of both, the worst round counts.',
    table(
      ['sessions', 'back after', '', 'attempts', '', 'knocks', 'processor', '', 'lost', 'new identity'],
      rows,
    ),
  ]
}

function storeTable({ enlace, bare }: NonNullable<Results['store']>): readonly string[] {
  const row = (what: string, one: number, other: number, say: (value: number) => string): Row => [
    what,
    say(one),
    say(other),
    ratio(one, other),
  ]
  return [
    '## Storing credentials',
    'One sealed SQLite database, durable on return (`synchronous=FULL`), against stock `useMultiFileAuthState`, which does ' +
      'not sync what it writes; opening checks the database, every seal and the credentials’ keys in Enlace, and reads one ' +
      'file unchecked in stock.',
    table(
      ['', 'Enlace', 'stock', ''],
      [
        row('the 812 pre-keys of a pairing', enlace.pairingMs, bare.pairingMs, ms),
        row('saving the credentials', enlace.credentialsMs, bare.credentialsMs, ms),
        row('the keys of one message', enlace.batchMs, bare.batchMs, ms),
        row('opening', enlace.openMs, bare.openMs, ms),
        row('bytes in files', enlace.contentKb, bare.contentKb, mb),
        row('bytes on disk', enlace.diskKb, bare.diskKb, mb),
        row('files', enlace.files, bare.files, whole),
      ],
    ),
  ]
}

function scrollTable({ blank, enlace }: NonNullable<Results['scroll']>): readonly string[] {
  const row = (name: string, { frames, late, p99Ms, longestMs }: typeof blank) => [
    name,
    String(frames),
    String(late),
    ms(p99Ms),
    ms(longestMs),
  ]
  return [
    '## Scrolling 200 organizations',
    'The list is scrolled up and down for five seconds, and so are 200 plain lines in a blank window. A frame is late ' +
      'where it comes after more than one and a half times the median.',
    table(
      ['window', 'frames', 'late', 'p99', 'longest'],
      [row('200 lines in a blank window', blank), row('Enlace', enlace)],
    ),
  ]
}

function paintTable({ blankMs, emptyMs, filledMs }: NonNullable<Results['paint']>): readonly string[] {
  return [
    '## First useful paint',
    'From the start of the process to Chromium’s own record of the first paint with content; Enlace’s window shows ' +
      'nothing before its list is there.',
    table(
      ['window', 'time', ''],
      [
        ['blank Electron', ms(blankMs), ''],
        ['Enlace, new', ms(emptyMs), ratio(emptyMs, blankMs)],
        ['Enlace, with its linked organizations', ms(filledMs), ratio(filledMs, blankMs)],
      ],
    ),
  ]
}

function memoryTable({ blank, withSessions }: NonNullable<Results['memory']>): readonly string[] {
  const rows = [...withSessions].map(([sessions, { privateMb, rssMb }]): Row => [
    `Enlace, ${sessions} online`,
    `${privateMb.toFixed(0)} MB`,
    `+${(privateMb - blank.privateMb).toFixed(0)} MB`,
    `${rssMb.toFixed(0)} MB`,
    `+${(rssMb - blank.rssMb).toFixed(0)} MB`,
    ratio(privateMb, blank.privateMb),
  ])
  return [
    '## Memory of the app',
    'All processes of the app together, half a minute after the last session came online: memory that only they have, and ' +
      'the sum of resident sets, in which shared pages count once for each process.',
    table(
      ['window', 'private', 'over blank', 'resident', 'over blank', 'private ratio'],
      [
        ['blank Electron', `${blank.privateMb.toFixed(0)} MB`, '', `${blank.rssMb.toFixed(0)} MB`, '', ''],
        ...rows,
      ],
    ),
  ]
}

function passkeyTable({ fromScan, fromPress }: NonNullable<Results['passkey']>): readonly string[] {
  const row = (name: string, waits: readonly number[]) => [
    name,
    ms(median(waits)),
    ms(percentile(waits, 0.99)),
    waits === fromScan ? '' : ratio(median(waits), median(fromScan)),
  ]
  return [
    '## Linking with a passkey',
    `${fromScan.length} accounts of each kind, in turns, in the same app. With a passkey the person’s part is left out: ` +
      'the key signs at once, in a window of Enlace that is opened and closed meanwhile.',
    table(
      ['until *Conectado* is on the screen', 'median', 'p99', ''],
      [row('from the scan, no passkey', fromScan), row('from *Usar la llave de acceso*', fromPress)],
    ),
  ]
}

function found<T>(map: ReadonlyMap<number, SideBySide<T>>, sessions: number): SideBySide<T> {
  const one = map.get(sessions)
  if (!one) throw new Error(`${sessions} sessions were not measured`)
  return one
}
