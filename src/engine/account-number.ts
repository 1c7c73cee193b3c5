/**
 * Numbers that WhatsApp writes in two ways, and the one way in which they are compared. What is shown, stored and
 * dialled stays as it came.
 *
 * - Mexico: accounts from before 2019 keep a 1 after the country code that nobody writes any more.
 * - Argentina: mobiles have a 9 there, which many leave out; with and without it, ten digits name one line.
 * - Brazil: mobiles of eight digits got a 9 in front, and accounts from before keep the eight. Those began with 6 to 9;
 *   after any other digit the 9 belongs to the number.
 */
const TWO_FORMS: readonly (readonly [form: RegExp, canonical: string])[] = [
  [/^521(\d{10})$/, '52$1'],
  [/^549(\d{10})$/, '54$1'],
  [/^55([1-9]\d)9([6-9]\d{7})$/, '55$1$2'],
]

/** The number in the form in which it is compared. @param digits country code and number */
export function canonicalNumber(digits: string): string {
  const found = TWO_FORMS.find(([form]) => form.test(digits))
  return found ? digits.replace(found[0], found[1]) : digits
}

/** Whether two numbers, in digits, are one account's. An unknown one is nobody's. */
export function sameNumber(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && canonicalNumber(one) === canonicalNumber(other)
}
