import { FILES, KEEPERS, LAYERS, NAMES, OPENS_FILES } from './doors.mjs'

/**
 * The linter's part of the plan. Its expressions know no looking ahead, so every door that is closed is named. The last
 * override that matches a file is the one that counts for it: a room's repeats its layer's.
 *
 * @returns {{ overrides: object[] }} what `doors.oxlintrc.json` holds
 */
export function lintDoors() {
  return { overrides: Object.keys(LAYERS).flatMap((layer) => overridesOf(layer)) }
}

/** @param {string} layer */
function overridesOf(layer) {
  const { rooms, root, why } = LAYERS[layer] ?? missing(layer)
  const closed = Object.keys(LAYERS).filter(
    (other) => other !== layer && !LAYERS[layer]?.layers.includes(other),
  )
  const layered = [
    ...(closed.length > 0 ? [{ regex: `^(\\.\\./)+(${closed.join('|')})/`, message: why }] : []),
    ...facesOf(layer),
  ]
  const inward = root === 'face' && Object.keys(rooms).length > 0
  return [
    override(`src/${layer}/**`, layer, '', [
      ...layered,
      ...(inward
        ? [
            {
              regex: `^\\./(${Object.keys(rooms).join('|')})/`,
              message: 'What everybody sees imports no room.',
            },
          ]
        : []),
    ]),
    ...Object.keys(rooms).map((room) =>
      override(`src/${layer}/${room}/**`, layer, room, [...layered, ...wallsOf(layer, room)]),
    ),
    ...Object.keys(OPENS_FILES)
      .filter((file) => file.startsWith(`src/${layer}/`))
      .map((file) => {
        const room = file.split('/')[2] ?? ''
        return override(file, layer, room, [...layered, ...wallsOf(layer, room)], [FILES])
      }),
  ]
}

/**
 * Of a layer that has rooms behind a face, another sees the face. Main puts everything together and sees the rooms.
 *
 * @param {string} layer
 */
function facesOf(layer) {
  if (layer === 'main') return []
  return (LAYERS[layer]?.layers ?? [])
    .filter((other) => LAYERS[other]?.root === 'face' && Object.keys(LAYERS[other].rooms).length > 0)
    .map((other) => ({
      regex: `^(\\.\\./)+${other}/[^/]+/`,
      message: `Of the ${other}, only its face is seen: decisions stay inside.`,
    }))
}

/**
 * @param {string} layer
 * @param {string} room
 */
function wallsOf(layer, room) {
  const { rooms, root } = LAYERS[layer] ?? missing(layer)
  const open = rooms[room] ?? []
  const closed = Object.keys(rooms).filter((other) => other !== room && !open.includes(other))
  return [
    ...(closed.length > 0
      ? [
          {
            regex: `^\\.\\./(${closed.join('|')})/`,
            message: `${room} may import: ${open.join(', ') || 'no other room'}.`,
          },
        ]
      : []),
    ...(root === 'roof'
      ? [
          {
            regex: '^\\.\\./[^./][^/]*$',
            message: 'What puts the rooms together is imported by none of them.',
          },
        ]
      : []),
  ]
}

/**
 * @param {string} files
 * @param {string} layer
 * @param {string} room empty for the layer's own
 * @param {readonly object[]} patterns
 * @param {readonly string[]} allowed packages that are kept from others
 */
function override(files, layer, room, patterns, allowed = []) {
  const { packages, why } = LAYERS[layer] ?? missing(layer)
  const kept = KEEPERS.filter(
    ({ packages: names, places }) =>
      !places.includes(layer) &&
      !places.includes(`${layer}/${room}`) &&
      !names.every((name) => allowed.includes(name)),
  )
  const outside =
    packages === 'any'
      ? kept.map((keeper) => ({
          regex: `^(${keeper.packages.join('|')})($|/)`,
          message: keeper.why,
        }))
      : [
          {
            group: ['*', '!./**', '!../**', ...packages.flatMap((name) => [`!${name}`, `!${name}/**`])],
            message: why,
          },
        ]
  const paths = NAMES[layer]
  return {
    files: [files],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...patterns, ...outside], ...(paths ? { paths } : {}) },
      ],
    },
  }
}

/**
 * @param {string} layer
 * @returns {never}
 */
function missing(layer) {
  throw new Error(`doors.mjs has no layer ${layer}`)
}
