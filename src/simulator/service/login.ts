import type { Connection } from '../wire/connection.ts'
import { lidJid, stanza } from '../wire/stanza.ts'
import type { ClientFinish } from '../wire/transport.ts'
import type { Ending } from './faults.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import { seconds, type World } from '../world/world.ts'

/**
 * Ends a connection the server will not serve.
 *
 * @param reason WhatsApp's number, such as 401
 * @param attributes what else it says with it
 */
export function refuseLogin(
  connection: Connection,
  reason: number,
  attributes: Readonly<Record<string, string>> = {},
): void {
  connection.end(stanza('failure', { reason, location: 'sim', ...attributes }))
}

/**
 * Logs a linked device in, or refuses it: 401 when the device is not linked or its Noise key is another.
 * An older connection of the same device is told that it was replaced.
 */
export function logIn(world: World, connection: Connection, client: ClientFinish): LinkedDevice | null {
  const device = findDevice(world, client)
  if (!device) {
    refuseLogin(connection, 401)
    return null
  }
  const failure = device.loginFailure
  if (failure) {
    failure.times -= 1
    if (failure.times <= 0) device.loginFailure = null
    refuseLogin(connection, failure.reason)
    return null
  }
  device.connection?.end(stanza('stream:error', {}, [stanza('conflict', { type: 'replaced' })]))
  device.connection = connection
  const t = seconds(world)
  connection.send(
    stanza('success', {
      t,
      props: 27,
      location: 'sim',
      creation: t,
      lid: world.settings.successLid ? device.lidJid : undefined,
      companion_enc_static: '',
    }),
  )
  return device
}

/** The device has asked to become active: it gets what waited, and at its first login the phone's welcome. */
export function becomeActive(world: World, device: LinkedDevice): void {
  if (!device.connection) return
  device.mailbox.open(device.connection, world.settings.queue)
  if (device.record.welcomed || !world.settings.history) return
  world.primary(device.owner.number).welcome(device).catch(world.report)
}

/** Ends a connection that has logged in, as WhatsApp does where it accepts a login and does not keep it. */
export function endSoon(connection: Connection, afterMs: number, by: Ending): void {
  setTimeout(() => {
    if (by === 'drop') connection.drop()
    else if ('code' in by) connection.end(stanza('stream:error', { code: by.code }))
    else connection.end(stanza('stream:error', {}, [stanza(by.child, { class: 'receipt' })]))
  }, afterMs).unref()
}

/** The connection of a device has closed. */
export function logOut(device: LinkedDevice, connection: Connection): void {
  device.mailbox.close(connection)
  if (device.connection === connection) device.connection = null
}

/** Removes a linked device, as the phone or the device itself asks: later logins are refused with 401. */
export function unlink(world: World, device: LinkedDevice): void {
  device.owner.unlink(device.id)
  world.changed('now')
  device.connection?.end(
    stanza('stream:error', { code: 401 }, [stanza('conflict', { type: 'device_removed' })]),
  )
}

function findDevice(world: World, { payload, noiseKey }: ClientFinish): LinkedDevice | undefined {
  if (payload.username === null || payload.username === undefined) return undefined
  const name = String(payload.username)
  // A device that was linked under the account's LID logs in under it.
  const account = world.accounts.find(name) ?? world.accounts.ofJid(lidJid(name))
  const device = account?.devices.get(payload.device ?? 0)
  return device && noiseKey.equals(device.record.noiseKey) ? device : undefined
}
