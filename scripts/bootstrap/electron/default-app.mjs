import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../command.mjs'
import { nodeModules } from '../../paths.mjs'
import { toolsNode } from '../node.mjs'
import { DEFAULT_APP } from './official-files.mjs'

const source = fileURLToPath(new URL('default-app', import.meta.url))

/**
 * Puts our own default app where a release has Electron's.
 *
 * @param {string} dist
 */
export async function packDefaultApp(dist) {
  const asar = path.join(nodeModules, '@electron', 'asar', 'bin', 'asar.mjs')
  const { code, output } = await run(toolsNode(), [asar, 'pack', source, path.join(dist, DEFAULT_APP)], {
    capture: true,
  })
  if (code !== 0) throw new Error(`@electron/asar could not pack ${source}:\n${output}`)
}

/** Its text, so that a change of it can be told. */
export function defaultAppSource() {
  return readdirSync(source)
    .map((name) => readFileSync(path.join(source, name), 'utf8'))
    .join()
}
