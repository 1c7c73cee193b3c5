import type { ResetText } from '../es/reset.ts'

export const enReset: ResetText = {
  reset: {
    press: 'Press “Clear and show QR”',
    scan: 'Scan the new QR',
    scanByItself: 'It appears here by itself, in a few seconds.',
    wait: 'Wait until it says “Connected” here',
    nothingCleared: 'Nothing was cleared: the earlier session is still saved.',
    steps: {
      phone: { ahead: 'Phone', current: 'Phone', done: 'Phone' },
      clear: { ahead: 'Clear', current: 'Clearing', done: 'Cleared' },
      scan: { ahead: 'Scan', current: 'Scan', done: 'Scanned' },
      link: { ahead: 'Connect', current: 'Linking', done: 'Connected' },
    },
    done: 'The session is clear and connected.',
    close: 'Done',
  },
}
