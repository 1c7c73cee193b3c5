import { lstatSync, renameSync } from 'node:fs'
import { join, parse } from 'node:path'

/**
 * Puts what cannot be used under a name of its own, `<name>.damaged-<n>.json`, and says which. It stays what it is: a
 * link leads where it led, a folder keeps what is in it.
 *
 * @throws the file system's error where even that is refused
 */
export function putAside(path: string): string {
  const { dir, name, ext } = parse(path)
  const named = (n: number) => join(dir, `${name}.damaged-${n}${ext}`)
  let n = 1
  while (lstatSync(named(n), { throwIfNoEntry: false })) n += 1
  renameSync(path, named(n))
  return named(n)
}

/** Puts aside what has a file's name and is none: a folder, a link, a pipe. @throws the file system's error */
export function clearName(path: string): void {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  if (seen && !seen.isFile()) putAside(path)
}
