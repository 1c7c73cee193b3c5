/** As long as a person can type one; a folder from elsewhere may bring a longer one. */
const LONGEST = 80

/** A name as part of a sentence: a very long one is cut, so that it pushes nothing out of view. */
export function shortName(name: string): string {
  const characters = [...name]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : name
}
