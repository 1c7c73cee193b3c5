import type { Light, StripPiece } from '../../contract/activity.ts'
import type { Span } from './timeline.ts'

/** More pieces than this are too narrow to be told apart. */
const MOST_PIECES = 120

/** What must not be overlooked where several lights share one piece, the most important first. */
const TELLING: readonly Light[] = ['attention', 'working']

/** Spans as pieces of one light each; where there are too many to be drawn, they are drawn together. */
export function stripOf(spans: readonly Span[]): readonly StripPiece[] {
  const exact = joined(spans.map(({ from, to, light }) => ({ from, to, light, partly: false })))
  return exact.length <= MOST_PIECES ? exact : joined(slots(exact))
}

/** Divides the whole into equal slots, each with the light in it that matters most. */
function slots(pieces: readonly StripPiece[]): readonly StripPiece[] {
  const from = pieces[0]?.from ?? 0
  const to = pieces.at(-1)?.to ?? 0
  const edge = (n: number) => from + Math.round(((to - from) * n) / MOST_PIECES)
  const found: StripPiece[] = []
  let first = 0
  for (let n = 0; n < MOST_PIECES; n += 1) {
    const [start, end] = [edge(n), edge(n + 1)]
    while ((pieces[first]?.to ?? Infinity) <= start) first += 1
    const inside: StripPiece[] = []
    for (let at = first; (pieces[at]?.from ?? Infinity) < end; at += 1)
      inside.push(...pieces.slice(at, at + 1))
    if (end > start) found.push({ from: start, to: end, ...chosen(inside, start, end) })
  }
  return found
}

function chosen(
  inside: readonly StripPiece[],
  start: number,
  end: number,
): Pick<StripPiece, 'light' | 'partly'> {
  const partly = inside.some(({ light }) => light !== inside[0]?.light)
  const telling = TELLING.find((light) => inside.some((piece) => piece.light === light))
  if (telling) return { light: telling, partly }
  const within = ({ from, to }: StripPiece) => Math.min(to, end) - Math.max(from, start)
  const [longest] = inside.toSorted((a, b) => within(b) - within(a))
  return { light: longest?.light ?? 'unknown', partly }
}

/** Neighbours of one kind become one. */
function joined(pieces: readonly StripPiece[]): readonly StripPiece[] {
  const found: StripPiece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (last?.light === piece.light && last.partly === piece.partly) found.pop()
    const from = last?.light === piece.light && last.partly === piece.partly ? last.from : piece.from
    found.push({ ...piece, from })
  }
  return found
}
