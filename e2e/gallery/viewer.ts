import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Look } from './picture.ts'

/** One picture of the gallery. */
export interface Entry extends Look {
  readonly kind: 'screen' | 'cause'
  readonly name: string
  /** Beside the page. */
  readonly file: string
}

/** The page to leaf through the pictures with. */
export async function viewer(entries: readonly Entry[]): Promise<string> {
  const page = await readFile(join(import.meta.dirname, 'viewer.html'), 'utf8')
  return page.replace('/* entries */ []', () => JSON.stringify(entries).replaceAll('<', '\\u003c'))
}
