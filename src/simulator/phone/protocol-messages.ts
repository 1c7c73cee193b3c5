import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { proto } from '@whiskeysockets/baileys'

const { Type } = proto.Message.ProtocolMessage

/** The key for the account's synchronised state, as a phone shares it with a new device. */
export function appStateKeyShare(now: number): proto.IMessage {
  const keyData = { keyData: randomBytes(32), timestamp: now }
  return {
    protocolMessage: {
      type: Type.APP_STATE_SYNC_KEY_SHARE,
      appStateSyncKeyShare: { keys: [{ keyId: { keyId: randomBytes(6) }, keyData }] },
    },
  }
}

/** The history of a phone without chats. It ends the 20 s for which Baileys holds events back. */
export function emptyHistory(): proto.IMessage {
  const syncType = proto.HistorySync.HistorySyncType.INITIAL_BOOTSTRAP
  const payload = deflateSync(proto.HistorySync.encode({ syncType, conversations: [] }).finish())
  return {
    protocolMessage: {
      type: Type.HISTORY_SYNC_NOTIFICATION,
      historySyncNotification: {
        syncType: proto.Message.HistorySyncType.INITIAL_BOOTSTRAP,
        initialHistBootstrapInlinePayload: payload,
        chunkOrder: 1,
        progress: 100,
      },
    },
  }
}

/** A phone's answer to a device that asked it for something (a placeholder, old messages): it has nothing. */
export function emptyPeerAnswer(
  request: proto.Message.IPeerDataOperationRequestMessage,
  stanzaId: string | undefined,
): proto.IMessage {
  return {
    protocolMessage: {
      type: Type.PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE,
      peerDataOperationRequestResponseMessage: {
        peerDataOperationRequestType: request.peerDataOperationRequestType ?? null,
        stanzaId: stanzaId ?? null,
        peerDataOperationResult: [],
      },
    },
  }
}
