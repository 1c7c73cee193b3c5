import { floorsOf } from './house.mjs'

/** @typedef {import('./house.mjs').Layer} Layer */
/** @typedef {import('./house.mjs').Room} Room */

const WIDTH = 1180
const GAP = 16
const LINE = 17
const ROOM_HEIGHT = 50
const HEAD = 34
const PAPER = '#f4f3ef'
const CARD = '#ffffff'
const EDGE = '#cfcabd'
const INK = '#1c1e22'
const SOFT = '#5d616b'
const ACCENT = '#2d4f8f'

/**
 * The house on floors: whatever imports stands above what it imports, and says so.
 *
 * @param {readonly Layer[]} layers
 * @returns {string} an SVG document
 */
export function drawing(layers) {
  let top = GAP
  const parts = floorsOf(layers)
    .toReversed()
    .map((floor) => {
      const width = (WIDTH - GAP * (floor.length + 1)) / floor.length
      const height = Math.max(...floor.map((layer) => layerHeight(layer, width)))
      const drawn = floor.map((layer, at) => layerBox(layer, GAP + at * (width + GAP), top, width, height))
      top += height + GAP
      return drawn.join('')
    })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="Inter, system-ui, sans-serif">`,
    `<rect width="${WIDTH}" height="${top}" fill="${PAPER}"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

/**
 * @param {Layer} layer
 * @param {number} width
 */
function rowsOf({ rooms }, width) {
  const fit = Math.max(1, Math.floor((width - GAP) / (150 + GAP)))
  return floorsOf(rooms)
    .toReversed()
    .flatMap((floor) =>
      Array.from({ length: Math.ceil(floor.length / fit) }, (_, row) =>
        floor.slice(row * fit, (row + 1) * fit),
      ),
    )
}

/**
 * @param {Layer} layer
 * @param {number} width
 */
function layerHeight(layer, width) {
  return HEAD + LINE + rowsOf(layer, width).length * (ROOM_HEIGHT + GAP / 2) + GAP
}

/**
 * @param {Layer} layer
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function layerBox(layer, x, y, width, height) {
  const rows = rowsOf(layer, width)
  const rooms = rows.flatMap((row, at) => {
    const wide = (width - GAP * (row.length + 1)) / row.length
    const top = y + HEAD + LINE + at * (ROOM_HEIGHT + GAP / 2)
    return row.map((room, column) => roomBox(room, x + GAP + column * (wide + GAP), top, wide))
  })
  return [
    `<rect x="${x}" y="${y}" width="${round(width)}" height="${height}" rx="14" fill="${CARD}" stroke="${EDGE}"/>`,
    words(x + GAP, y + 24, 16, 700, ACCENT, layer.name),
    words(x + GAP, y + 24 + LINE, 12, 400, SOFT, arrow(layer.imports)),
    ...rooms,
  ].join('')
}

/**
 * @param {Room} room
 * @param {number} x
 * @param {number} y
 * @param {number} width
 */
function roomBox(room, x, y, width) {
  return [
    `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${ROOM_HEIGHT}" rx="9" fill="${PAPER}" stroke="${EDGE}"/>`,
    words(x + 10, y + 20, 13, 600, INK, room.name),
    words(x + 10, y + 38, 11, 400, SOFT, arrow(room.imports)),
  ].join('')
}

/** @param {readonly string[]} imports */
function arrow(imports) {
  return imports.length === 0 ? '' : `→ ${imports.join(', ')}`
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {number} weight
 * @param {string} colour
 * @param {string} text
 */
function words(x, y, size, weight, colour, text) {
  return text === ''
    ? ''
    : `<text x="${round(x)}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${text}</text>`
}

/** @param {number} pixels */
function round(pixels) {
  return Math.round(pixels)
}
