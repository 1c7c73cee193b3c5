const NAME_MAX = 80
/** What turns the writing around, in the name and in the sentences that name it. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * A name as a person would have typed it: without it, an organization could not be called by its name where that has to
 * be typed. Where nothing that can be seen is left, `otherwise`.
 */
export function keptName(name: string, otherwise: string): string {
  const plain = name
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\ufffd]/gu, '')
    .replace(BIDI, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
  const short = [...plain].slice(0, NAME_MAX).join('').trim()
  return short.replace(/[\p{C}\p{Z}]/gu, '') === '' ? otherwise : short
}
