/** What cannot be seen, but for the joiners that some scripts and pictures are made with, and white space. */
const UNSEEN = /(?:(?![\u200c\u200d])[\p{C}\s])+/gu
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A text from outside as it may be kept and shown: in one line, without what is invisible or turns the direction of
 * writing, and cut after so many characters as people count them.
 */
export function outsideText(text: string, most: number): string {
  // A character that people see may have several parts: no more than this is ever looked at.
  const plain = text
    .slice(0, most * PARTS_MAX)
    .replace(UNSEEN, ' ')
    .trim()
  if (plain.length <= most) return plain
  let cut = ''
  let count = 0
  for (const { segment } of graphemes.segment(plain)) {
    if (count === most || cut.length + segment.length > most * PARTS_MAX) break
    count += 1
    cut += segment
  }
  return cut
}

const PARTS_MAX = 12
