import { child, childrenOf, lidJid, numberJid, parseJid, stanza, type Stanza } from '../wire/stanza.ts'
import type { LinkedDevice } from '../world/linked-device.ts'
import { seconds, type World } from '../world/world.ts'

/** Takes a `<message>` of a linked device: acknowledges it and passes each part on to whom it is for. */
export function routeMessage(world: World, sender: LinkedDevice, message: Stanza): void {
  const { id, to } = message.attrs
  const error = sender.messageRefusal ?? undefined
  sender.connection?.send(stanza('ack', { class: 'message', id, from: to, t: seconds(world), error }))
  if (error !== undefined) return
  const direct = child(message, 'enc')
  const parts = childrenOf(child(message, 'participants'), 'to').map((part) => ({
    jid: part.attrs['jid'],
    enc: child(part, 'enc'),
  }))
  if (direct) parts.push({ jid: to, enc: direct })
  for (const { jid, enc } of parts) if (enc) deliver(world, sender, message, jid, enc)
}

function deliver(
  world: World,
  sender: LinkedDevice,
  message: Stanza,
  jid: string | undefined,
  enc: Stanza,
): void {
  const account = world.accounts.ofJid(jid)
  const address = parseJid(jid)
  if (!account || !address) return
  if (address.device === 0) {
    void world.primary(account.number).receive(sender, enc, message.attrs)
    return
  }
  const byLid = address.server === 'lid'
  const { number, lid } = sender.owner
  const attrs = {
    from: byLid ? lidJid(lid, sender.id) : numberJid(number, sender.id),
    [byLid ? 'sender_pn' : 'sender_lid']: byLid ? numberJid(number) : lidJid(lid),
    recipient: account === sender.owner ? message.attrs['to'] : undefined,
    id: message.attrs['id'],
    type: message.attrs['type'],
    notify: sender.owner.name,
    t: seconds(world),
  }
  const identity = child(message, 'device-identity')
  const node = stanza('message', attrs, identity ? [enc, identity] : [enc])
  account.devices.get(address.device)?.mailbox.post(node)
}

/** Takes a `<receipt>` of a linked device: acknowledges it and tells the sender of the message. */
export function routeReceipt(world: World, sender: LinkedDevice, receipt: Stanza): void {
  const { id, to, type } = receipt.attrs
  sender.connection?.send(stanza('ack', { class: 'receipt', id, from: to, type, t: seconds(world) }))
  // In a group the receipt is for whoever wrote the message.
  const writer = receipt.attrs['participant'] ?? to
  const account = world.accounts.ofJid(writer)
  if (!account) return
  const device = world.accounts.deviceOfJid(writer)
  if (device) {
    const from = writer?.endsWith('@lid') ? sender.lidJid : sender.jid
    device.mailbox.post(stanza('receipt', { from, id, type, t: seconds(world) }, childrenOfReceipt(receipt)))
  } else {
    world.primary(account.number).takeReceipt(sender, receipt).catch(world.report)
  }
}

function childrenOfReceipt(receipt: Stanza): readonly Stanza[] | undefined {
  return Array.isArray(receipt.content) ? receipt.content : undefined
}
