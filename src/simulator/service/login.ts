import type { Connection } from '../wire/connection.ts'
import { stanza } from '../wire/stanza.ts'
import type { ClientFinish } from '../wire/transport.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import { seconds, type World } from '../world/world.ts'

/** Ends a connection the server will not serve. `reason` is WhatsApp's number, such as 401. */
export function refuseLogin(connection: Connection, reason: number): void {
  connection.end(stanza('failure', { reason, location: 'sim' }))
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
      lid: device.lidJid,
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
  const device = world.accounts.find(String(payload.username))?.devices.get(payload.device ?? 0)
  return device && noiseKey.equals(device.record.noiseKey) ? device : undefined
}
