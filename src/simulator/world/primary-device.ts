import type { Stanza } from '../wire/stanza.ts'
import type { LinkedDevice } from './linked-device.ts'

/** The phone of an account (device 0), as WhatsApp's servers reach it. */
export interface PrimaryDevice {
  /** What it sends a device it has just been linked with: keys for the app state, and its history. */
  welcome(device: LinkedDevice): Promise<void>
  /** Takes a message a linked device wrote to it: its `<enc>` and the stanza's attributes. */
  receive(sender: LinkedDevice, enc: Stanza, attrs: Stanza['attrs']): Promise<void>
  /** Takes what a linked device says about a message of this phone. */
  takeReceipt(sender: LinkedDevice, receipt: Stanza): Promise<void>
}
