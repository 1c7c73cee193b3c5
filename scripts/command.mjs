import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'
import { ActionableError } from './report.mjs'

/** How long a command may take to close what it opened before it is killed. */
const GRACE_MS = 10_000

/**
 * @typedef {object} Options
 * @property {boolean} [capture] collect the output instead of showing it
 * @property {() => void} [hear] told whenever the command writes something, be it shown or captured
 * @property {NodeJS.ProcessEnv} [env] instead of this process's environment
 * @property {boolean} [shell] let the platform's shell find the command: Windows cannot start a .cmd without it
 * @property {AbortSignal} [signal] ends the command and everything it started
 *
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + n where signal n ended the command, as shells count
 * @property {string} output what it wrote to both streams, if that was captured
 */

/**
 * Runs a command in the checkout, to its end. A polite kill of this process is passed on, so that the command can
 * close what it opened.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 * @throws {ActionableError} when the command cannot be started at all
 */
export function run(command, args, { capture = false, hear, signal, ...options } = {}) {
  // A command that may have to be ended with all its children needs a process group of its own. The others stay in the
  // terminal's, where they can read the keyboard and where Ctrl-C reaches them without our help.
  const ownGroup = signal !== undefined && process.platform !== 'win32'
  const child = spawn(command, args, {
    ...options,
    cwd: root,
    detached: ownGroup,
    stdio:
      capture || hear ? ['ignore', 'pipe', 'pipe'] : ownGroup ? ['ignore', 'inherit', 'inherit'] : 'inherit',
  })

  /** @type {(signal: NodeJS.Signals) => void} */
  const passOn = (name) => (ownGroup ? endGroup(child, name) : name !== 'SIGINT' && child.kill(name))
  for (const name of PASSED_ON) process.on(name, passOn)

  /** @type {NodeJS.Timeout | undefined} */
  let grace
  const abort = () => {
    endGroup(child, 'SIGTERM')
    grace = setTimeout(() => endGroup(child, 'SIGKILL'), GRACE_MS)
  }
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)

  let output = ''
  /** @type {(stream: import('node:stream').Readable | null, shown: NodeJS.WriteStream) => void} */
  const listen = (stream, shown) => {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      hear?.()
      if (capture) output += text
      else shown.write(text)
    })
  }
  listen(child.stdout, process.stdout)
  listen(child.stderr, process.stderr)

  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(grace)
      signal?.removeEventListener('abort', abort)
      for (const name of PASSED_ON) process.off(name, passOn)
    }
    child.once('error', (error) => {
      settle()
      reject(new ActionableError(`"${command}" could not be started: ${error.message}`, { cause: error }))
    })
    child.once('close', (code, name) => {
      settle()
      resolve({ code: code ?? 128 + constants.signals[name ?? 'SIGKILL'], output })
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} leader
 * @param {NodeJS.Signals} signal
 */
function endGroup({ pid }, signal) {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    return
  }
  try {
    process.kill(-pid, signal)
  } catch {
    // The whole group has already ended.
  }
}

/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP']
