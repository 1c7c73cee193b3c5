import type { EventEmitter } from 'node:events'
import type { BinaryNode } from '@whiskeysockets/baileys'
import type { RawData } from 'ws'
import { Frames, Unusable } from './frames.ts'
import { checkStanza } from './stanza-rules.ts'
import { readWatched } from './watched-decoding.ts'

export interface GateKeeper {
  /** What arrived cannot be used, or cannot be read: nothing that follows on this connection can. */
  readonly refuse: (why: Unusable) => void
  /** A stanza was decoded without having been looked at: Baileys was loaded before `watchDecoding`. */
  readonly unwatched: () => void
}

/**
 * Stands between a connection and Baileys, which takes whatever a server sends: gives it frames of a bearable length, one
 * after another, and nothing of a stanza that cannot be used. Baileys listens to the events of its own socket, which
 * is public; its listener for `message` is called from here.
 *
 * @param ws Baileys' `sock.ws`, before anything has arrived
 */
export function guardConnection(ws: EventEmitter, { refuse, unwatched }: GateKeeper): void {
  const frames = new Frames()
  const readers = ws.listeners('message')
  let turn: Promise<void> = Promise.resolve()
  let frame = unread()
  const gate = { shut: false }

  const shutFor = (error: unknown) => {
    if (gate.shut) return
    gate.shut = true
    refuse(error instanceof Unusable ? error : new Unusable(String(error)))
  }
  const read = async (bytes: Buffer) => {
    if (gate.shut) return
    frame = unread()
    try {
      for (const reader of readers) {
        const watched = readWatched(() => Reflect.apply(reader, ws, [bytes]))
        frame.looked = watched.looked
        await watched.done
      }
    } catch (error) {
      if (!frame.decoded) shutFor(error)
      // As where Baileys is called by its socket: nobody waits, and what is thrown is the process's to note.
      else void Promise.reject(error instanceof Error ? error : new Error(String(error)))
    }
  }

  ws.removeAllListeners('message')
  ws.on('message', (data: RawData) => {
    if (gate.shut) return
    try {
      for (const bytes of frames.push(bytesOf(data))) turn = turn.then(() => read(bytes))
    } catch (error) {
      shutFor(error)
    }
  })
  ws.prependListener('frame', (said: BinaryNode | Uint8Array) => {
    if (gate.shut) throw new Unusable('the connection is shut')
    if (!(said instanceof Uint8Array)) {
      if (!frame.looked()) unwatched()
      checkStanza(said)
    }
    frame.decoded = true
  })
}

/** What is known of the frame that is being read. */
interface Reading {
  /** It has been decoded: what is thrown then is some listener's. */
  decoded: boolean
  looked: () => boolean
}

function unread(): Reading {
  return { decoded: false, looked: () => false }
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
