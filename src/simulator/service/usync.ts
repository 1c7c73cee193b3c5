import { child, childrenOf, childText, lidJid, numberJid, stanza, type Stanza } from '../wire/stanza.ts'
import type { World } from '../world/world.ts'

/** Answers a `<usync>`: whether people have WhatsApp, their devices and their LIDs. */
export function usync(world: World, request: Stanza | undefined): Stanza {
  const query = child(request, 'query')
  // Baileys asks for its own number twice when it writes to itself; one answer each is enough.
  const asked = new Map(childrenOf(child(request, 'list'), 'user').map((user) => [keyOf(user), user]))
  const users = [...asked.values()].map((user) => answerUser(world, query, user))
  return stanza('usync', { ...request?.attrs }, [stanza('list', {}, users)])
}

function keyOf(user: Stanza): string {
  return user.attrs['jid'] ?? childText(user, 'contact') ?? ''
}

function answerUser(world: World, query: Stanza | undefined, user: Stanza): Stanza {
  const asked = childText(user, 'contact')?.replace(/\D/g, '')
  const jid = user.attrs['jid'] ?? (asked === undefined ? undefined : numberJid(asked))
  const account = world.accounts.ofJid(jid)
  const facts: Stanza[] = []
  if (child(query, 'contact')) facts.push(stanza('contact', { type: account ? 'in' : 'out' }))
  if (
    account &&
    world.settings.usyncLid &&
    child(query, 'lid') &&
    jid !== undefined &&
    !jid.endsWith('@lid')
  ) {
    facts.push(stanza('lid', { val: lidJid(account.lid) }))
  }
  if (account && child(query, 'devices')) {
    const linked = [...account.devices.keys()].map((id) => stanza('device', { id, 'key-index': id }))
    const list = stanza('device-list', {}, [stanza('device', { id: 0 }), ...linked])
    facts.push(stanza('devices', {}, [list]))
  }
  return stanza('user', { jid }, facts)
}
