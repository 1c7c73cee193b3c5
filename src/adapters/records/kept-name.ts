const NAME_MAX = 80
/** What nobody sees in a name, and can be typed in none: the engine's `usableName` refuses it. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufff9-\ufffb\ufffd]/gu

/**
 * A name as a person would have typed it: without it, an organization could not be called by its name where that has to
 * be typed. Where nothing that can be seen is left, `otherwise`.
 */
export function keptName(name: string, otherwise: string): string {
  const plain = name
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
  const short = [...plain].slice(0, NAME_MAX).join('').trim()
  return short.replace(/[\p{C}\p{Z}]/gu, '') === '' ? otherwise : short
}
