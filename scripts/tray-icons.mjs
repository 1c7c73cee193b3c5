import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PNG } from 'pngjs'
import { root } from './paths.mjs'

/**
 * Draws the lights beside the clock into resources/tray: a shape and a mark for each state, so that colour is never
 * alone. Files without a suffix are coloured, for Windows and Linux; `Template` is the shape alone, for macOS.
 *
 * A shape says of a point whether it lies inside. Points go from -1 to 1, left to right and top to bottom.
 *
 * @typedef {(x: number, y: number) => boolean} Shape
 */

/** Points looked at within a pixel, in each direction: edges come out smooth. */
const SAMPLES = 8

/** @type {(radius: number, cx?: number, cy?: number) => Shape} */
const disc =
  (radius, cx = 0, cy = 0) =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius

/** A line from one point to another with round ends. @type {(ax: number, ay: number, bx: number, by: number, width: number) => Shape} */
const stroke = (ax, ay, bx, by, width) => (x, y) => {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= width / 2
}

/** @type {(half: number, corner: number) => Shape} */
const roundedSquare = (half, corner) => (x, y) => {
  const [dx, dy] = [Math.abs(x) - half + corner, Math.abs(y) - half + corner]
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) <= corner
}

/** @type {(...shapes: Shape[]) => Shape} */
const union =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y))

const BASE = 0.64
const TOP = -0.74
const HALF = 0.8

/** Pointing up, with round corners. @type {(radius: number) => Shape} */
const triangle = (radius) => {
  const edge = union(
    stroke(-HALF, BASE, HALF, BASE, radius * 2),
    stroke(HALF, BASE, 0, TOP, radius * 2),
    stroke(0, TOP, -HALF, BASE, radius * 2),
  )
  return (x, y) => edge(x, y) || (y <= BASE && y >= TOP && Math.abs(x) <= ((y - TOP) / (BASE - TOP)) * HALF)
}

/** @type {(shape: Shape, hole: Shape) => Shape} */
const without = (shape, hole) => (x, y) => shape(x, y) && !hole(x, y)

/** Colours that stand out on a light bar and on a dark one. @type {Record<string, { colour: number[], shape: Shape, mark: Shape }>} */
const LIGHTS = {
  connected: {
    colour: [0x25, 0x9a, 0x69],
    shape: disc(0.96),
    mark: union(stroke(-0.44, 0.04, -0.12, 0.36, 0.26), stroke(-0.12, 0.36, 0.46, -0.3, 0.26)),
  },
  working: {
    colour: [0xc2, 0x7c, 0x12],
    shape: roundedSquare(0.9, 0.34),
    mark: union(disc(0.17, -0.48), disc(0.17), disc(0.17, 0.48)),
  },
  attention: {
    colour: [0xd1, 0x40, 0x33],
    shape: triangle(0.18),
    mark: union(stroke(0, -0.34, 0, 0.14, 0.26), disc(0.15, 0, 0.49)),
  },
  off: {
    colour: [0x86, 0x8b, 0x95],
    shape: without(disc(0.96), disc(0.66)),
    mark: () => false,
  },
}

const WHITE = [255, 255, 255]
const BLACK = [0, 0, 0]

/**
 * @param {number} size in pixels
 * @param {(x: number, y: number) => number[] | null} colourAt
 */
function draw(size, colourAt) {
  const png = new PNG({ width: size, height: size })
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      /** @type {number[][]} */
      const seen = []
      for (let n = 0; n < SAMPLES * SAMPLES; n += 1) {
        const x = ((column + ((n % SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
        const y = ((row + (Math.floor(n / SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
        const colour = colourAt(x, y)
        if (colour) seen.push(colour)
      }
      const mean = [0, 1, 2].map((part) =>
        Math.round(seen.reduce((sum, colour) => sum + (colour[part] ?? 0), 0) / Math.max(1, seen.length)),
      )
      png.data.set([...mean, Math.round((seen.length / SAMPLES ** 2) * 255)], (row * size + column) * 4)
    }
  }
  return PNG.sync.write(png)
}

/** By the suffix that tells the system at what scale to use it. */
const COLOURED = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32, '@3x': 48 }
const TEMPLATES = { '': 18, '@2x': 36 }

const folder = path.join(root, 'resources', 'tray')
mkdirSync(folder, { recursive: true })
for (const [name, { colour, shape, mark }] of Object.entries(LIGHTS)) {
  for (const [suffix, size] of Object.entries(COLOURED)) {
    const picture = draw(size, (x, y) => (mark(x, y) ? WHITE : shape(x, y) ? colour : null))
    writeFileSync(path.join(folder, `${name}${suffix}.png`), picture)
  }
  for (const [suffix, size] of Object.entries(TEMPLATES)) {
    const picture = draw(size, (x, y) => (without(shape, mark)(x, y) ? BLACK : null))
    writeFileSync(path.join(folder, `${name}Template${suffix}.png`), picture)
  }
}
