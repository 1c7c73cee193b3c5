/** How many characters an organization's name has at most. */
export const NAME_MAX = 80

/** Control characters, what turns the direction of writing, halves of characters, and what stands for those. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufff9-\ufffb\ufffd]/gu

/** A name without what nobody sees in it: it could be typed by nobody, and has to be typed to remove the organization. */
export function withoutUnseen(name: string): string {
  return name.replace(UNSEEN, '')
}

/** Whether there is nothing in a name that can be seen, however many characters it has. */
export function isBlank(name: string): boolean {
  return name.replace(/[\p{C}\p{Z}]/gu, '') === ''
}
