import type { Lessons } from '../es/lessons.ts'

export const enLessons: Lessons = {
  lessons: {
    heading: 'Lessons',
    progress: (step, of) => `Step ${step} of ${of}`,
    done: 'done',
    acted: 'Done. Wait a few seconds and watch what changes.',
    actedNext: 'Done. Now press the marked button.',
    again: 'Start over',
    leave: 'Leave the lesson',
    astray: (state) =>
      `The session is now at “${state}”, and the lesson does not go on from there. Go back with the marked button or start over.`,
    elsewhere: (name) => `This lesson goes on at **${name}**.`,
    back: (name) => `Show ${name}`,
    gone: 'The organization of this lesson is no longer there. Start over.',
    wellDone: 'Well done!',
    next: (title) => `Go on: ${title}`,
    repeat: 'Repeat',
    close: 'Close',
    titles: {
      'first-link': 'Your first link',
      disconnection: 'When it disconnects',
      clearing: 'Clearing a session',
      passkey: 'When it asks for a key',
    },
    learnt: {
      'first-link':
        'That is how a shop is linked: ask for the code, scan it and check. From now on Enlace connects by itself.',
      disconnection:
        'If the network fails, wait; if it asks, answer; if the phone removed this computer, link again.',
      clearing:
        'Clearing is the last resort: it costs a scan, and the button above takes it back for some days.',
      passkey:
        'That is how an account with a passkey is linked: its owner confirms, and Enlace asks for it as the browser would. It never has to be deleted.',
    },
    steps: {
      add: {
        title: 'Add an organization',
        say: () => 'Press **Add organization** and type a name, as that of a shop. Then press **Add**.',
      },
      link: {
        title: 'Ask for the code',
        say: (button) => `Press **${button}**. Enlace asks WhatsApp for a QR code.`,
      },
      scan: {
        title: 'Scan it',
        say: () =>
          'In the shop, the phone opens **Linked devices** and points here. To practise, press **Scan** below.',
      },
      test: {
        title: 'Check that it works',
        say: () => 'It says **Connected**. Press **Test the connection** and send the test message.',
      },
      cut: {
        title: 'The internet goes away',
        say: () =>
          'Take the shop’s internet away with this button. Enlace waits a few seconds before it says so.',
      },
      back: {
        title: 'No need to scan',
        say: () =>
          'Read the cause and its code, **R-31**: the link is still saved. Give the internet back; with **Try now** there is no wait.',
      },
      elsewhere: {
        title: 'Somebody opens it elsewhere',
        say: () => 'Now another computer opens the same session. Make it happen with this button.',
      },
      'take-over': {
        title: 'Enlace asks',
        say: (button) =>
          `A person decides this: on the phone, support would ask for the code **R-23**. Press **${button}**.`,
      },
      removed: {
        title: 'The phone removes this computer',
        say: () => 'At last, somebody removes this computer on the phone. Make it happen with this button.',
      },
      relink: {
        title: 'Link again',
        say: () => 'Only now a new code is needed. Press **Link again** and then **Scan**.',
      },
      unreadable: {
        title: 'Something is wrong',
        say: () => 'It is still connected, but messages arrive unreadable. Make it happen with this button.',
      },
      clear: {
        title: 'Clear the session',
        say: () =>
          'Look at the warning. Press **More options** and, at the end of the list, **Clear session**. Read what is kept and press **Clear and show QR**.',
      },
      rescan: {
        title: 'Scan the new QR',
        say: () => 'The numbers above say how far it is. Press **Scan** below and wait for the last one.',
      },
      demand: {
        title: 'The account asks for a key',
        say: () =>
          'WhatsApp asks some accounts for a **passkey** when they are linked. Make this one ask for it, and then press **Scan** below.',
      },
      'use-passkey': {
        title: 'One step left',
        say: (button) =>
          `Read what to have at hand: in a shop, the account’s owner confirms. Press **${button}**.`,
      },
      confirmed: {
        title: 'Wait for the phone',
        say: () =>
          'In a shop a window would open to use the key. Here the practice key confirms: wait until it says **Connected**.',
      },
    },
    acts: {
      cut: 'Cut the internet',
      back: 'Give the internet back',
      elsewhere: 'Open it on another computer',
      removed: 'Remove it on the phone',
      unreadable: 'Send unreadable messages',
      demand: 'Require the key',
    },
  },
}
