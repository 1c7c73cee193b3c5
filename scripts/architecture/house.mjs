import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.mjs'

/**
 * @typedef {object} Room a folder of a layer
 * @property {string} name
 * @property {readonly string[]} imports the other rooms of its layer that it imports
 *
 * @typedef {object} Layer
 * @property {string} name
 * @property {readonly Room[]} rooms
 * @property {readonly string[]} imports the other layers that it imports
 */

/**
 * The house as the imports tell it, types included; tests and what only they use are no part of it.
 *
 * @returns {readonly Layer[]}
 */
export function readHouse() {
  const files = globSync('src/*/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|\/test-support\//.test(file))
  const imports = files.flatMap((file) => importsOf(file).map((to) => ({ from: file, to })))
  const layers = [...new Set(files.map(layerOf))].toSorted()
  return layers.map((name) => {
    const own = files.filter((file) => layerOf(file) === name)
    const rooms = [...new Set(own.map(roomOf).filter((room) => room !== ''))].toSorted()
    const going = imports.filter(({ from }) => layerOf(from) === name)
    return {
      name,
      rooms: rooms.map((room) => ({
        name: room,
        imports: others(
          room,
          going
            .filter(({ from, to }) => roomOf(from) === room && layerOf(to) === name)
            .map(({ to }) => roomOf(to)),
        ),
      })),
      imports: others(
        name,
        going.map(({ to }) => layerOf(to)),
      ),
    }
  })
}

/**
 * Sorts what imports each other into floors: each stands above all that it imports.
 *
 * @template {{ name: string, imports: readonly string[] }} T
 * @param {readonly T[]} parts
 * @returns {readonly (readonly T[])[]} the ground first
 */
export function floorsOf(parts) {
  const byName = new Map(parts.map((part) => [part.name, part]))
  /** @type {Map<string, number>} */
  const heights = new Map()
  /**
   * @param {T} part
   * @param {readonly string[]} below who has asked, for a circle to be named
   * @returns {number}
   */
  const height = (part, below) => {
    if (below.includes(part.name)) throw new Error(`a circle: ${[...below, part.name].join(' → ')}`)
    const known = heights.get(part.name)
    if (known !== undefined) return known
    const under = part.imports.flatMap((name) => byName.get(name) ?? [])
    const found = 1 + Math.max(-1, ...under.map((other) => height(other, [...below, part.name])))
    heights.set(part.name, found)
    return found
  }
  const floors = Map.groupBy(parts, (part) => height(part, []))
  return [...floors].toSorted(([a], [b]) => a - b).map(([, rooms]) => rooms)
}

/** @param {string} file */
function layerOf(file) {
  return file.split('/')[1] ?? ''
}

/** @param {string} file */
function roomOf(file) {
  const [, , room, inside] = file.split('/')
  return inside === undefined ? '' : (room ?? '')
}

/** @param {string} file */
function importsOf(file) {
  const code = readFileSync(path.join(root, file), 'utf8')
  return [...code.matchAll(/\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map(([, from, lazy]) =>
    path.posix.join(path.posix.dirname(file), from ?? lazy ?? ''),
  )
}

/**
 * @param {string} self
 * @param {readonly string[]} names
 */
function others(self, names) {
  return [...new Set(names)].filter((name) => name !== self && name !== '').toSorted()
}
