/**
 * What `electron <folder>` runs: it opens the app in that folder as an unpackaged one. Electron's releases carry such a
 * program; the copy of the runtime from npm lacks it, and this is the part of it that Enlace and Playwright use.
 */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const usage = 'Usage: electron [-r module] <folder of the app> [arguments]'

/** @type {string[]} */
const preloads = []
/** @type {string | undefined} */
let folder
const args = process.argv.slice(1)
for (let arg = args.shift(); arg !== undefined && folder === undefined; arg = args.shift()) {
  if (arg === '-v' || arg === '--version') finish(`v${process.versions.electron}`)
  else if (arg === '-a' || arg === '--abi') finish(process.versions.modules)
  else if (arg === '-r' || arg === '--require') preloads.push(args.shift() ?? '')
  else if (!arg.startsWith('-')) folder = path.resolve(arg)
}

// What `process.defaultApp` promises to apps: they were started by `electron <folder>`.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const require = createRequire(path.join(process.cwd(), 'any.js'))
for (const preload of preloads) require(preload)

if (folder === undefined) {
  finish(usage)
} else {
  const {
    name,
    productName = name,
    version,
    main = 'index.js',
  } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  // Two of these are not for apps, and so not in Electron's types; its own default app calls them.
  const self = /** @type {typeof app & Record<'setAppPath' | 'setVersion', (value: string) => void>} */ (app)
  self.setAppPath(folder)
  if (productName) self.setName(productName)
  if (version) self.setVersion(version)
  await import(pathToFileURL(path.join(folder, main)).href)
}

/** @param {string} text */
function finish(text) {
  console.log(text)
  process.exit(0)
}
