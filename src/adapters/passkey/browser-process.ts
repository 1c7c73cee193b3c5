import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { CdpPipe } from './cdp-pipe.ts'
import { win32 } from 'node:path'

/** How long a browser has to end by itself, which leaves nothing of it in the system's temporary folder. */
const CLOSE_MS = 3000
/** How long the system may take to end what was killed. */
const KILL_MS = 5000
const PAUSE_MS = 20

/** A small window with one empty page, on a profile of its own, that says, asks and fetches nothing by itself. */
const QUIET = [
  '--remote-debugging-pipe',
  '--app=data:text/html,',
  '--window-size=560,680',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-mode',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  // Nothing is kept that would need the system's keyring, which may ask for its password.
  ...(process.platform === 'linux' ? ['--password-store=basic'] : []),
]
/** What Electron, Node and Enlace are told by the environment is not for a browser. */
const OURS = /^(?:ELECTRON_|NODE_|ENLACE_|CHROME_DESKTOP$)/

/** A browser that was started here, and whose end is seen to. */
export class BrowserProcess {
  readonly pipe: CdpPipe
  /** Resolves when it has ended or could not be started. */
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  #isGone = false

  private constructor(child: ChildProcess, pipe: CdpPipe) {
    this.#child = child
    this.pipe = pipe
    this.gone = new Promise((resolve) => {
      const over = () => {
        this.#isGone = true
        resolve()
      }
      child.once('exit', over)
      child.once('error', over)
    })
  }

  /** @param profile an empty folder, which belongs to this browser until it has ended */
  static start(program: string, profile: string): BrowserProcess {
    const child = spawn(program, [...QUIET, `--user-data-dir=${profile}`], {
      // A process group of its own, which can be ended as a whole.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
    })
    const [, , , input, output] = child.stdio
    if (!(input instanceof Writable && output instanceof Readable)) throw new Error('no pipe')
    return new BrowserProcess(child, new CdpPipe(input, output))
  }

  /** Ends it and everything it has started. Never rejects. */
  async end(): Promise<void> {
    if (!this.#isGone) {
      this.pipe.tell('Browser.close')
      await Promise.race([this.gone, unhurried(CLOSE_MS)])
    }
    const { pid } = this.#child
    // Of what has ended, Windows may have given the number away; elsewhere a group keeps it as long as it has members.
    if (pid !== undefined && !(this.#isGone && process.platform === 'win32')) await killAll(pid)
    if (!this.#isGone) await Promise.race([this.gone, unhurried(KILL_MS)])
    for (const stream of this.#child.stdio) stream?.destroy()
  }
}

/** Kills a browser with everything it has started, and waits until that is gone. */
async function killAll(pid: number): Promise<void> {
  if (process.platform === 'win32') return killTree(pid)
  for (const end = performance.now() + KILL_MS; performance.now() < end; await delay(PAUSE_MS)) {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // Nobody of the group is left.
      return
    }
  }
}

function killTree(pid: number): Promise<void> {
  const taskkill = win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
  return new Promise((resolve) => {
    execFile(taskkill, ['/PID', String(pid), '/T', '/F'], { timeout: KILL_MS, windowsHide: true }, () =>
      resolve(),
    )
  })
}

function unhurried(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false })
}
