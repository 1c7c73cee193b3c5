import type { Dirent } from 'node:fs'
import { opendir } from 'node:fs/promises'

/** How many are taken from the disk before others have their turn. */
const AT_ONCE = 1_024

/** What is in a folder, of which there may be more than fits: whoever has seen enough stops. */
export async function* entriesOf(folder: string): AsyncGenerator<Dirent, void, void> {
  yield* await opendir(folder, { bufferSize: AT_ONCE })
}

/** The names of the files in a folder, and of no links to any, that `wanted` says yes to. */
export async function namesOfFiles(
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const names: string[] = []
  for await (const entry of entriesOf(folder))
    if (entry.isFile() && wanted(entry.name)) names.push(entry.name)
  return names
}
