import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type Bridge, COMMAND_CHANNEL, COMMAND_NAMES, type Push, PUSH_CHANNEL } from '../contract/commands.ts'

/** The one door between the window and main: the commands of the contract, and the pushes. */
const channels: ReadonlyMap<string, string> = new Map(
  COMMAND_NAMES.map((name) => [name, COMMAND_CHANNEL + name]),
)

const bridge: Bridge = {
  call(name, input, pin) {
    const channel = channels.get(name)
    return channel === undefined
      ? Promise.reject(new Error('no such command'))
      : ipcRenderer.invoke(channel, input, pin)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  onPush(listener) {
    const hear = (_event: unknown, push: Push) => listener(push)
    ipcRenderer.on(PUSH_CHANNEL, hear)
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, hear)
    }
  },
}

contextBridge.exposeInMainWorld('enlace', bridge)
