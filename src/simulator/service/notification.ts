import { SERVER, stanza, type Stanza } from '../wire/stanza.ts'
import type { Registration } from '../world/registration.ts'
import { seconds, type World } from '../world/world.ts'

/** Tells an unlinked client something. Gives the id that it has to acknowledge. */
export function notify(
  world: World,
  { connection }: Registration,
  type: string,
  content: readonly Stanza[],
  from: string = SERVER,
): string {
  const id = connection.nextId()
  connection.send(
    stanza('notification', { from, type, id, t: seconds(world) }, content.length > 0 ? content : undefined),
  )
  return id
}
