import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { main, say } from './report.mjs'

/** Packages that the build copies into the window's files; everything else that ships is a dependency of main. */
const BUNDLED = [
  '@base-ui/react',
  '@fontsource-variable/inter',
  'libphonenumber-js',
  'lucide-react',
  'react',
  'react-dom',
  'zustand',
]
const FILE = path.join(root, 'THIRD-PARTY-NOTICES.md')

await main(async () => {
  const text = notices()
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, text)
    say(`Wrote ${path.basename(FILE)}.`)
    return 0
  }
  if (readFileSync(FILE, 'utf8') === text) return 0
  say('THIRD-PARTY-NOTICES.md does not fit the packages: run "npm run notices" and commit the result.')
  return 1
})

/** Every package that ships, from the lock file, with the licence text it brings. */
function notices() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const names = shipped(packages)
  const sections = names.map((folder) => {
    const { version, license } = packages[folder]
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const text = licenceText(path.join(root, folder))
    return `## ${name} ${version}\n\nLicence: ${license ?? 'see below'}\n${text === '' ? '' : `\n\`\`\`\n${text}\n\`\`\`\n`}`
  })
  return [
    '# Third-party notices\n',
    'Enlace contains the packages below. Electron and Chromium bring theirs in the files `LICENSE` and',
    '`LICENSES.chromium.html` beside the program. Made by `npm run notices`.\n',
    ...sections,
  ].join('\n')
}

/** @param {Record<string, { dependencies?: Record<string, string> }>} packages */
function shipped(packages) {
  /** @type {Set<string>} */
  const found = new Set()
  const own = Object.keys(packages['']?.dependencies ?? {})
  const queue = [...own, ...BUNDLED].map((name) => ({ name, from: '' }))
  for (let next = queue.pop(); next; next = queue.pop()) {
    const folder = resolve(packages, next.name, next.from)
    if (folder === undefined || found.has(folder)) continue
    found.add(folder)
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) queue.push({ name, from: folder })
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1))
}

/**
 * Where Node would find a package: beside the one that asks, or in a folder above it.
 *
 * @param {Record<string, unknown>} packages
 * @param {string} name
 * @param {string} from
 */
function resolve(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (candidate in packages) return candidate
    if (folder === '') return undefined
  }
}

/** @param {string} folder */
function licenceText(folder) {
  if (!existsSync(folder)) return ''
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|-|$)/i.test(name))
  return file === undefined
    ? ''
    : readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}
