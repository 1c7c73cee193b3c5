import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Mexican mobiles keep, inside WhatsApp, a 1 after the country code that people stopped writing in 2019. */
const MEXICAN_MOBILE = /^521(\d{10})$/

/**
 * A number the way people write it: `573007915262` → `+57 300 791 5262`.
 *
 * @param digits country code and number, without a plus sign
 */
export function phoneNumber(digits: string): string {
  const dialled = digits.replace(MEXICAN_MOBILE, '52$1')
  const written = parsePhoneNumberFromString(`+${dialled}`)?.formatInternational()
  if (written === undefined) return `+${dialled}`
  return written.split(' ').map(shortGroups).join(' ')
}

/** Nobody reads seven digits in one breath: a long last group is cut before its last four. */
function shortGroups(group: string): string {
  return /^\d{7,8}$/.test(group) ? `${group.slice(0, -4)} ${group.slice(-4)}` : group
}
