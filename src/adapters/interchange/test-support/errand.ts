import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Importer } from '../../../engine/ports.ts'
import type { OrganizationRecord } from '../../../engine/record.ts'
import { NEW } from './session-folder.ts'

/** What Enlace does to folders that are not its own. */
export const ERRANDS = ['adopt', 'export', 'discard'] as const
export type Errand = (typeof ERRANDS)[number]

/** All that changes anything. */
const CHANGES = ['mkdir', 'open', 'rename', 'rm', 'rmdir', 'unlink', 'writeFile'] as const

export interface Places {
  readonly source: string
  readonly target: string
}

/** @param record of the session that was taken over; needed to export it and to delete what it came from */
export async function run(
  importer: Importer,
  errand: Errand,
  { source, target }: Places,
  record: OrganizationRecord | null,
): Promise<void> {
  if (errand === 'adopt') await importer.adopt(source, NEW, () => true)
  else if (record && errand === 'export') await importer.export(record, target)
  else if (record?.source) await importer.discard(record.source)
}

/** From the so-manieth change on, `instead` happens. @returns puts everything back */
export function interrupt(at: number, instead: () => unknown): () => void {
  const real = Object.fromEntries(CHANGES.map((name) => [name, fsPromises[name]]))
  let changes = 0
  for (const name of CHANGES) {
    Reflect.set(fsPromises, name, (...given: unknown[]): unknown => {
      changes += 1
      if (changes >= at) return instead()
      const change: unknown = Reflect.get(real, name)
      const result: unknown = typeof change === 'function' ? Reflect.apply(change, fsPromises, given) : null
      return result
    })
  }
  syncBuiltinESMExports()
  return () => {
    Object.assign(fsPromises, real)
    syncBuiltinESMExports()
  }
}
