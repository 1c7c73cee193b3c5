import { type LastingShop, openLastingShop } from '../src/adapters/test-support/lasting-shop.ts'
import { storedIdentity } from '../src/adapters/store/test-support/stored-identity.ts'
import type { SessionView } from '../src/contract/session-view.ts'
import { listen } from './listen.ts'
import type { State } from './words.ts'

/** A victim: Enlace's engine on its real adapters. */
let shop: LastingShop | null = null

const say = listen(async (what) => {
  switch (what.do) {
    case 'open': {
      for (const id of what.ids) say({ say: 'found', id, ...(await storedIdentity(what.folder, id)) })
      shop = await openLastingShop(what.folder, what.url, { onChange: (id) => say(state(id)) })
      for (const id of what.ids) say(state(id))
      return
    }
    case 'link': {
      await opened().supervisor.create({ name: what.id, id: what.id }, what.id)
      opened().supervisor.command(what.id, 'link')
      return
    }
    case 'write':
      opened().supervisor.command(what.id, 'test')
  }
})

function opened(): LastingShop {
  if (!shop) throw new Error('nothing is open')
  return shop
}

function state(id: string): State {
  const session = shop?.supervisor.view(id, (text) => text)?.session
  if (!session) return { say: 'state', id, status: 'busy', cause: null, qr: null }
  return { say: 'state', id, status: statusOf(session), cause: causeOf(session), qr: qrOf(session) }
}

function statusOf({ status }: SessionView): State['status'] {
  switch (status) {
    case 'online':
    case 'scan':
    case 'unlinked':
      return status
    case 'attention':
    case 'unavailable':
    case 'stopped':
      return 'refused'
    case 'starting':
    case 'linking':
    case 'reconnecting':
      return 'busy'
  }
}

function causeOf(session: SessionView): string | null {
  return session.status === 'attention' || session.status === 'unavailable'
    ? session.cause.code
    : session.status
}

function qrOf(session: SessionView): string | null {
  return session.status === 'scan' ? (session.qr?.picture ?? null) : null
}
