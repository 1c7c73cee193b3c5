import { randomBytes } from 'node:crypto'
import { link } from '../service/linking.ts'
import { notify } from '../service/notification.ts'
import { enterCode, enterCodeWithoutKey, type CodeMatch } from '../service/pairing-code.ts'
import { stanza } from '../wire/stanza.ts'
import type { Account } from '../world/account.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import type { PhonePasskeys } from './phone-passkeys.ts'
import { readQr } from './qr.ts'

/** What stands in the way of an account's next links. */
export interface LinkingRules {
  refresh: boolean
  full: boolean
  spoil: boolean
}

/** What a phone does with a QR it sees. */
export async function scan(
  world: World,
  account: Account,
  rules: LinkingRules,
  passkeys: PhonePasskeys,
  text: string,
  onPasskey: () => void = () => undefined,
): Promise<void> {
  const qr = readQr(text)
  const registration = world.registrations.ofRef(qr.ref)
  if (!registration) throw new Error('this QR has expired, or no client shows it')
  if (!registration.noiseKey.equals(qr.noiseKey) || !qr.identity.equals(registration.keys.identity)) {
    throw new Error('this QR does not match the client that was given its reference')
  }
  assertPlace(account, rules)
  if (rules.refresh) {
    rules.refresh = false
    refreshRegistration(world, registration, qr.advSecret)
  }
  if (registration.retiredSecrets.has(qr.advSecret.toString('base64'))) {
    throw new Error('WhatsApp has retired this QR; the client must show one with a fresh secret')
  }
  const { spoil } = rules
  rules.spoil = false
  const advSecret = passkeys.required
    ? await passkeys.confirm(registration, qr.advSecret, onPasskey)
    : qr.advSecret
  await link(world, registration, account, spoil ? randomBytes(advSecret.length) : advSecret)
  passkeys.ceremony?.close()
}

/** What a phone does with a code typed by its owner. */
export async function enterPairingCode(
  world: World,
  account: Account,
  rules: LinkingRules,
  passkeys: PhonePasskeys,
  text: string,
  onPasskey: () => void = () => undefined,
): Promise<void> {
  assertPlace(account, rules)
  const withoutKey = passkeys.required && passkeys.rules.byCode === 'without-key'
  const match: CodeMatch = withoutKey
    ? enterCodeWithoutKey(world, account, text)
    : await enterCode(world, account, text)
  const { registration } = match
  const advSecret =
    passkeys.required || match.advSecret === null
      ? await passkeys.confirm(registration, match.advSecret, onPasskey)
      : match.advSecret
  await link(world, registration, account, advSecret)
  passkeys.ceremony?.close()
}

/** Tells a client that the ADV secret in its QR is retired. */
export function refreshRegistration(world: World, registration: Registration, advSecret: Buffer): void {
  registration.retiredSecrets.add(advSecret.toString('base64'))
  notify(world, registration, 'companion_reg_refresh', [stanza('companion_reg_refresh')])
}

function assertPlace(account: Account, { full }: LinkingRules): void {
  if (full) throw new Error(`the phone ${account.number} already has 4 linked devices`)
  account.assertPlace()
}
