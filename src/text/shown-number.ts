import type { Text } from './es/text.ts'
import { phoneNumber } from './phone-number.ts'

/** An account's number as people write it, or that WhatsApp does not tell it. @param digits empty where unknown */
export function shownNumber(text: Pick<Text, 'hiddenNumber'>, digits: string): string {
  return digits === '' ? text.hiddenNumber : phoneNumber(digits)
}
