import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The only name on the line: of its three addresses the second is at the far end, and the others lead nowhere. */
export const SLOW_HOST = 'slow.test'
/** At this rate an answer to a connection's first packet takes about 400 ms. */
const RATE = '1kbit'
const NOWHERE = ['fd00:ffff::2', '192.0.2.2'] as const
/** The least that a packet of a connection's beginning needs; longer ones do not pass. */
const LARGEST_PACKET = 100
let made = 0

/**
 * A network namespace whose one line is slow, and where nothing answers over IPv6. Only root may make one, and only
 * where the kernel can hold packets back; elsewhere its tests say that they are left out.
 */
export class SlowLine {
  readonly #name: string

  private constructor(name: string) {
    this.#name = name
  }

  /** Null where this machine has none to give. */
  static make(): SlowLine | null {
    const line = new SlowLine(`enlace-${process.pid}-${(made += 1)}`)
    try {
      line.#lay()
      return line
    } catch {
      line.remove()
      return null
    }
  }

  /** What a program of this folder prints that runs on the line. */
  run(program: string, ...args: readonly string[]): string {
    const path = join(import.meta.dirname, program)
    return this.#inside(process.execPath, '--no-warnings', path, ...args)
  }

  remove(): void {
    try {
      ip('netns', 'del', this.#name)
    } catch {
      // It was never made.
    }
    rmSync(this.#files, { recursive: true, force: true })
  }

  /** What is here replaces the file of the same name in /etc on the line. */
  get #files(): string {
    return join('/etc/netns', this.#name)
  }

  #lay(): void {
    mkdirSync(this.#files, { recursive: true })
    writeFileSync(
      join(this.#files, 'hosts'),
      [...NOWHERE, '127.0.0.1'].map((address) => `${address} ${SLOW_HOST}\n`).join(''),
    )
    ip('netns', 'add', this.#name)
    // What is sent to the one end comes out at the other, where nobody takes it.
    this.#ip('link', 'add', 'nowhere', 'type', 'veth', 'peer', 'name', 'nobody')
    this.#ip('addr', 'add', 'fd00:ffff::1/64', 'dev', 'nowhere', 'nodad')
    // Names are given addresses of a family only where something else than the loopback has one.
    this.#ip('addr', 'add', '192.0.2.1/24', 'dev', 'nowhere')
    for (const device of ['nowhere', 'nobody', 'lo']) this.#ip('link', 'set', device, 'up')
    for (const address of NOWHERE) {
      this.#ip('neigh', 'add', address, 'lladdr', '02:00:00:00:00:02', 'dev', 'nowhere', 'nud', 'permanent')
    }
    const rate = ['rate', RATE, 'burst', String(LARGEST_PACKET), 'limit', '3000']
    this.#inside('tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'tbf', ...rate)
  }

  #ip(...args: readonly string[]): void {
    ip('-n', this.#name, ...args)
  }

  #inside(...command: readonly string[]): string {
    return ip('netns', 'exec', this.#name, ...command)
  }
}

function ip(...args: readonly string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
