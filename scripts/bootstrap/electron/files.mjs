import { readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Everything in a folder and its subfolders that is not itself a folder, by its path with forward slashes. Links are
 * listed, not followed.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  )
}
