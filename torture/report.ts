import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import type { Outcome } from './ordeal.ts'
import type { Tally } from './tally.ts'
import type { Side } from './victim.ts'

const NAMES: Readonly<Record<Side, string>> = { enlace: 'Enlace', stock: '`useMultiFileAuthState`' }

const ROWS: readonly (readonly [what: string, figure: (tally: Tally) => string])[] = [
  ['kills (SIGKILL)', ({ kills }) => String(kills)],
  ['– around the pairing’s reply, up to 60 ms after it', ({ closeToReply }) => String(closeToReply)],
  ['– at another moment of a linking', ({ otherwise }) => String(otherwise)],
  ['– while messages went both ways', ({ talking }) => String(talking)],
  ['looks at a store after a kill', ({ looks }) => String(looks)],
  ['– that did not open', ({ unreadable }) => String(unreadable)],
  ['– with another identity than the QR showed', ({ otherIdentity }) => String(otherIdentity)],
  ['folders with a broken file', ({ brokenFolders }) => String(brokenFolders)],
  ['returns of a session that its phone lists', ({ believed }) => String(believed)],
  ['– online again without a scan', ({ cameBack }) => String(cameBack)],
  ['– **lost**', ({ lost }) => `**${lost}**`],
  ['killed before the phone had the reply', ({ halfLinked, unlinked }) => String(halfLinked + unlinked)],
  ['messages sent after a return', ({ messages }) => String(messages)],
  ['– not decrypted', ({ unreadMessages }) => String(unreadMessages)],
  ['– decrypted only after being asked for again', ({ askedAgain }) => String(askedAgain)],
  ['returns after which something was never taken', ({ stuck }) => String(stuck)],
  ['own messages that the phone could not decrypt', ({ unreadByPhone }) => String(unreadByPhone)],
]

const INTRODUCTION = `# Torture

What \`npm run torture\` has found, newest last. A process links with a simulated WhatsApp and exchanges messages with it, and is killed with SIGKILL at a random moment; the next process opens what it left. A session is _lost_ when its phone lists it and it does not come back without a new scan. Beside Enlace, in the same run and with the same seed, Baileys’ own \`useMultiFileAuthState\`, used as its README shows.

A kill ends a process, not the computer: what the operating system had taken over reaches the disk all the same. Power cuts are covered by \`synchronous=FULL\` and fsync, which this cannot test.
`

/** The figures of a run as a Markdown table. */
export function table(outcomes: ReadonlyMap<Side, Outcome>): string {
  const sides = [...outcomes.keys()]
  const head = ['', ...sides.map((side) => NAMES[side])]
  const body = ROWS.map(([what, figure]) => [
    what,
    ...[...outcomes.values()].map(({ tally }) => figure(tally)),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [head, ['---', ...sides.map(() => '---:')], ...body].map(line).join('')
}

/** Adds a run to the report. */
export async function append(
  path: string,
  outcomes: ReadonlyMap<Side, Outcome>,
  { seed, kills, minutes }: { readonly seed: number; readonly kills: number; readonly minutes: number },
): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => INTRODUCTION)
  const day = new Date().toISOString().slice(0, 10)
  const about = `${kills} kills each, seed ${seed}, Node ${process.versions.node}, ${minutes.toFixed(0)} minutes`
  const text = `${before}\n## ${day}\n\n${about}\n\n${table(outcomes)}`
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }))
}
