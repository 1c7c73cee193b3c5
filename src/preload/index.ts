import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  type Bridge,
  COMMAND_CHANNEL,
  COMMAND_NAMES,
  type Push,
  PUSH_CHANNEL,
  REQUEST_CHANNEL,
  type WindowRequest,
} from '../contract/commands.ts'

/** The one door between the window and main: the commands of the contract, and the pushes. */
const channels: ReadonlyMap<string, string> = new Map(
  COMMAND_NAMES.map((name) => [name, COMMAND_CHANNEL + name]),
)

interface Messages {
  readonly [PUSH_CHANNEL]: Push
  readonly [REQUEST_CHANNEL]: WindowRequest
}

/** Main is the only one who sends, so what arrives has the contract's shape. */
function listen<C extends keyof Messages>(channel: C, listener: (message: Messages[C]) => void): () => void {
  const hear = (_event: unknown, message: Messages[C]) => listener(message)
  ipcRenderer.on(channel, hear)
  return () => {
    ipcRenderer.off(channel, hear)
  }
}

const bridge: Bridge = {
  call(name, input, pin) {
    const channel = channels.get(name)
    return channel === undefined
      ? Promise.reject(new Error('no such command'))
      : ipcRenderer.invoke(channel, input, pin)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  onPush: (listener) => listen(PUSH_CHANNEL, listener),
  onRequest: (listener) => listen(REQUEST_CHANNEL, listener),
}

contextBridge.exposeInMainWorld('enlace', bridge)
