import type { Socket } from 'node:net'
import type { Agent, Dispatcher } from 'undici'

/**
 * Options that make `fetch` connect as everything else does. What Node's own `fetch` is made of it gives to nobody: the
 * package is loaded with the first request.
 */
export function fetchThrough(open: (url: URL) => Promise<Socket>): RequestInit {
  let agent: Promise<Agent> | undefined
  const dispatch: Dispatcher['dispatch'] = (request, handler) => {
    agent ??= agentOn(open)
    void agent.then((loaded) => loaded.dispatch(request, handler))
    return true
  }
  const options: RequestInit = {}
  // Node's types ask for the package's whole class; `fetch` asks for this one function.
  Reflect.set(options, 'dispatcher', { dispatch })
  return options
}

async function agentOn(open: (url: URL) => Promise<Socket>): Promise<Agent> {
  const undici = await import('undici')
  return new undici.Agent({
    connect: ({ protocol, hostname, port }, answer) => {
      open(new URL(`${protocol}//${hostname}:${port}`)).then(
        (socket) => answer(null, socket),
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error)), null),
      )
    },
  })
}
