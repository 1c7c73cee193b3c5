import type { Text } from '../es/text.ts'
import type { ProblemText } from '../es/problems.ts'

/** What the window can say in place of everything else, none of which has a code. */
export function nothingRuns({ blocked, detached }: Text): readonly ProblemText[] {
  return [...Object.values(blocked), detached]
}
