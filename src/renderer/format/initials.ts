/** Small words of the three languages that stand between the ones that name a business. */
const SMALL_WORDS = new Set('a al and as da das de del do dos e el en la las lo los o of os the y'.split(' '))

/** Up to two letters for an avatar: `Panadería La Espiga` → `PE`, `CompuEasys` → `CE`, `Óptica` → `OP`. */
export function initials(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
  const [first, second] = telling.length > 0 ? telling : words
  if (first === undefined) return [...name.trim()].slice(0, 1).join('')
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]]
  return letters.join('').toUpperCase()
}
