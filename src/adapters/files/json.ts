/** No file of Enlace's is a tenth as deep. */
const MOST_LEVELS = 100
/**
 * Parses JSON that may come from anybody. `JSON.parse` takes any depth, but what is then done with the value may not:
 * printing, comparing and checking it call themselves once for each level.
 *
 * @throws SyntaxError where it is no JSON, or nested too deep
 */
export function parseJson(text: string): unknown {
  if (levelsOf(text) > MOST_LEVELS) throw new SyntaxError(`nested more than ${MOST_LEVELS} levels deep`)
  return JSON.parse(text)
}

/** How deep JSON is nested. */
function levelsOf(text: string): number {
  let level = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, (level += 1))
    else if (letter === '}' || letter === ']') level -= 1
  }
  return deepest
}
