import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ActionableError } from './report.mjs'

/** Whether windows can be opened here: always on Windows and macOS, with X or Wayland on Linux. */
export function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
  )
}

/**
 * Gives some work a display: the machine's own, or where there is none, a virtual one that ends with the work.
 *
 * @template T
 * @param {() => Promise<T>} work finds the display in its environment
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work()
  const { name, stop } = await startVirtualDisplay()
  process.env['DISPLAY'] = name
  try {
    return await work()
  } finally {
    delete process.env['DISPLAY']
    await stop()
  }
}

async function startVirtualDisplay() {
  // Xvfb itself looks for a free display number, and writes it to file descriptor 3 once it takes connections. It stays
  // as it is when a window is the last to close: else it starts anew each time, and whoever connects meanwhile finds
  // none. In a process group of its own, so that Ctrl-C ends the windows before it ends what they are drawn on.
  const options = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-noreset', '-nolisten', 'tcp']
  const server = spawn('Xvfb', options, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (complaint += text))
  const number = new Promise((resolve) =>
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim())),
  )
  const ended = once(server, 'exit').catch((/** @type {unknown} */ error) => (complaint += String(error)))

  const name = await Promise.race([number, ended.then(() => undefined)])
  if (name === undefined) {
    throw new ActionableError(
      `There is no display, and a virtual one (Xvfb) did not start:\n${complaint.trim()}`,
    )
  }
  return {
    name: `:${name}`,
    stop: async () => {
      server.kill()
      await ended
    },
  }
}
