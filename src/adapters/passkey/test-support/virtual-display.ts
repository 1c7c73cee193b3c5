import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A screen that nobody sees; its variable is set for whatever is started while it is there. */
export class VirtualDisplay {
  readonly stop: () => Promise<void>

  private constructor(stop: () => Promise<void>) {
    this.stop = stop
  }

  static async start(): Promise<VirtualDisplay> {
    const before = process.env['DISPLAY']
    // It looks for a free number itself, and writes it to descriptor 3 once it takes connections.
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-noreset', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    )
    const number = server.stdio[3]
    if (!number) throw new Error('no display')
    process.env['DISPLAY'] = `:${String((await once(number, 'data'))[0]).trim()}`
    return new VirtualDisplay(async () => {
      if (before === undefined) delete process.env['DISPLAY']
      else process.env['DISPLAY'] = before
      const ended = once(server, 'exit')
      server.kill()
      await ended
    })
  }
}
