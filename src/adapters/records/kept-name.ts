import { isBlank, NAME_MAX, withoutUnseen } from '../../contract/organization-name.ts'

/**
 * A name as a person would have typed it: without it, an organization could not be called by its name where that has to
 * be typed. Where nothing that can be seen is left, `otherwise`.
 */
export function keptName(name: string, otherwise: string): string {
  const plain = withoutUnseen(name.toWellFormed().replace(/\s+/gu, ' '))
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
  const short = [...plain].slice(0, NAME_MAX).join('').trim()
  return isBlank(short) ? otherwise : short
}
