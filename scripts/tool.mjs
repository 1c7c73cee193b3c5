import path from 'node:path'
import { toolsNode } from './bootstrap/node.mjs'
import { run } from './command.mjs'
import { nodeModules } from './paths.mjs'

/**
 * Runs a package's command-line program on the Node of the tools, whichever Node this script was started with.
 *
 * @param {string} program its file inside node_modules
 * @param {readonly string[]} args
 */
export async function tool(program, args) {
  const { code } = await run(toolsNode(), [path.join(nodeModules, program), ...args])
  return code
}
