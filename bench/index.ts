import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { linkInApp } from './app/link.ts'
import { linkWithPasskeys } from './app/passkey.ts'
import { measureMemory } from './app/memory.ts'
import { measurePaint } from './app/paint.ts'
import { measureScroll } from './app/scroll.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { say } from './progress.ts'
import { machine } from './report/machine.ts'
import { report } from './report/report.ts'
import type { Results } from './report/results.ts'
import { measureDay } from './sessions/day.ts'
import { measureJunk } from './sessions/junk.ts'
import { measureShortLogins } from './sessions/short-logins.ts'
import { LinkedSessions } from './sessions/linked.ts'
import { measureReconnect } from './sessions/reconnect.ts'
import { measureRestore } from './sessions/restore.ts'
import { type RemoteSimulator, startRemoteSimulator } from './sessions/simulator.ts'
import { measureStore } from './store/store.ts'

/** Measures Enlace beside what it is held against and writes docs/benchmarks.md. */
const REPORT = resolve(import.meta.dirname, '../docs/benchmarks.md')
const STORE_ROUNDS_EACH = 5

const options = optionsOrEnd()
const folder = await mkdtemp(join(tmpdir(), 'enlace-bench-'))
const [simulator, endSimulator] = await startRemoteSimulator()
const start = performance.now()
try {
  const where = await machine(folder)
  const text = report(await measure(options, simulator), where, options)
  if (options.write) await writeFile(REPORT, text)
  process.stdout.write(text)
  say(`in ${((performance.now() - start) / 60_000).toFixed(1)} minutes`)
} finally {
  await endSimulator()
  await rm(folder, { recursive: true, force: true })
}

async function measure(asked: Options, server: RemoteSimulator): Promise<Results> {
  const { parts, sizes, reconnectSizes, rounds } = asked
  const results: Results = { restore: new Map(), reconnect: new Map() }
  if (parts.has('store')) {
    say('store')
    results.store = await measureStore(folder, STORE_ROUNDS_EACH * rounds)
  }
  if (parts.has('restore') || parts.has('reconnect') || parts.has('field') || parts.has('junk')) {
    const most = Math.max(
      ...(parts.has('restore') ? sizes : []),
      ...(parts.has('reconnect') ? reconnectSizes : []),
      ...(parts.has('field') ? [asked.daySessions] : []),
      ...(parts.has('junk') ? [asked.besideSessions] : []),
    )
    say(`linking ${most} sessions`)
    const linked = await LinkedSessions.make(folder, server, most)
    for (const size of parts.has('restore') ? sizes : []) {
      results.restore.set(size, await measureRestore(linked, server, size, rounds))
    }
    for (const size of parts.has('reconnect') ? reconnectSizes : []) {
      results.reconnect.set(size, await measureReconnect(linked, server, size, asked))
    }
    if (parts.has('field')) {
      results.shortLogins = await measureShortLogins(linked, server, asked.shortLoginsMs)
      results.day = await measureDay(linked, server, asked.daySessions, asked.dayMs)
    }
    if (parts.has('junk')) {
      results.junk = await measureJunk(linked, server, asked.besideSessions, asked.junkFiles, rounds)
    }
  }
  if (parts.has('app')) await measureApp(asked, server, results)
  if (parts.has('passkey')) results.passkey = await linkWithPasskeys(folder, server, asked.passkeyLinks)
  return results
}

async function measureApp(asked: Options, server: RemoteSimulator, results: Results): Promise<void> {
  const { appSizes, appRounds } = asked
  const { folder: linked, waits } = await linkInApp(folder, server, Math.max(...appSizes))
  results.waits = waits
  results.memory = await measureMemory(folder, linked, server, appSizes, appRounds)
  results.paint = await measurePaint(folder, linked, server.url, 2 * appRounds - 1)
  results.scroll = await measureScroll(folder, server.url)
}

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    process.exit(2)
  }
}
