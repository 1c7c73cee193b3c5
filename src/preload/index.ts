import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, COMMAND_CHANNEL, COMMAND_NAMES, type Push, PUSH_CHANNEL } from '../contract/commands.ts'

/** The one door between the window and main: the commands by name, and the pushes. */
const commands = Object.fromEntries(
  COMMAND_NAMES.map((name) => [name, (input: unknown) => ipcRenderer.invoke(COMMAND_CHANNEL + name, input)]),
)

const bridge = {
  commands: commands as Bridge['commands'],
  onPush(listener) {
    const hear = (_event: unknown, push: Push) => listener(push)
    ipcRenderer.on(PUSH_CHANNEL, hear)
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, hear)
    }
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('enlace', bridge)
