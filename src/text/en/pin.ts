import type { PinText } from '../es/pin.ts'

export const enPin: PinText = {
  pin: {
    title: 'PIN',
    states: { on: 'The PIN is on', off: 'There is no PIN' },
    what: 'Enlace asks for it before clearing, logging out, changing the number, retiring an earlier link, exporting or removing an organization, deleting the folder it came from, and before keeping for fewer days what is cleared or removed.',
    limits:
      'It helps against slips and strangers’ hands at the counter. It does not protect from someone who can open the files of this computer.',
    turnOn: 'Turn on a PIN',
    change: 'Change the PIN',
    turnOff: 'Remove the PIN',
    changeOrTurnOff: 'Change or remove the PIN',
    fewerDays: 'Keep for fewer days what is cleared or removed',
    new: 'New PIN',
    newHint: '4 to 8 digits.',
    repeat: 'Once more',
    repeatHint: 'The same one, to be sure.',
    malformed: 'A PIN has 4 to 8 digits.',
    different: 'It is not the same as the first.',
    save: 'Save the PIN',
    saved: 'The PIN is saved. Write it down in a safe place.',
    removed: 'The PIN is removed.',

    ask: 'Enter the PIN',
    askFor: (what) => `It is needed for: **${what}**.`,
    label: 'PIN',
    confirm: 'Continue',
    checking: 'Checking',
    wait: (time) => `You can try another in ${time}.`,
    waitOver: 'You can try another now.',
    forgotten: 'Forgot the PIN?',
    forgottenHow:
      'It cannot be recovered, but it can be removed. Call your support: with Enlace closed, this file has to be deleted. The sessions are not touched.',
  },
}
