import type { Phone } from '../phone/phone.ts'
import type { Simulator } from '../server.ts'
import { child } from '../wire/stanza.ts'
import { startClient, type Client } from './client.ts'
import { Companion } from './companion.ts'

/** A client that an account's phone has just scanned, or typed the code of. */
export interface PasskeyScene {
  readonly phone: Phone
  readonly client: Client
  readonly companion: Companion
  /** How the phone's part ends: `linked`, or the sentence it was rejected with. */
  readonly ended: Promise<string>
}

/** Scans the QR of a new client with a phone that requires a passkey. */
export async function scanForPasskey(simulator: Simulator, number: string): Promise<PasskeyScene> {
  const phone = simulator.phone(number)
  phone.requirePasskey(true)
  const client = startClient(simulator.url)
  const ended = ending(phone.scan(await client.qr()))
  return { phone, client, companion: new Companion(client, 'qr'), ended }
}

/** Types the code of a new client on a phone that requires a passkey. */
export async function typeForPasskey(simulator: Simulator, number: string): Promise<PasskeyScene> {
  const phone = simulator.phone(number)
  phone.requirePasskey(true)
  const client = startClient(simulator.url)
  await client.qr()
  const code = await client.sock.requestPairingCode(number)
  await client.stanza((heard) => child(heard, 'link_code_companion_reg') !== undefined)
  const ended = ending(phone.enterPairingCode(code))
  return { phone, client, companion: new Companion(client, 'code'), ended }
}

/** Goes as far as the phone's key, with the account's own passkey. */
export async function showPasskey(
  { phone, companion }: PasskeyScene,
  proof?: null,
  continuation = 1,
): Promise<void> {
  await companion.fetchRef()
  await companion.prologue(phone.signPasskey(companion.options), proof === undefined ? {} : { proof })
  await companion.continued(continuation)
}

function ending(linking: Promise<void>): Promise<string> {
  return linking.then(
    () => 'linked',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}
