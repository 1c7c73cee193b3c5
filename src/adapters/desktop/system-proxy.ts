import { session } from 'electron'

/** What the system's settings and PAC scripts say about a URL at this moment, as Chromium understands them. */
export function systemProxy(url: string): Promise<string> {
  return session.defaultSession.resolveProxy(url)
}
