import type { Dialogs } from '../es/dialogs.ts'
import { plural } from '../format.ts'

export const enDialogs: Dialogs = {
  newOrganization: {
    title: 'Add organization',
    name: 'Name',
    nameHint: 'As your team knows it; for example, Ocean Optics.',
    ownId: 'Use the id of your own system',
    id: 'Id (optional)',
    idHint: 'Unaccented letters, numbers, hyphen and underscore. Without one, Enlace makes it.',
    sessionName: 'Session name',
    sessionNameHint: 'You can change it now; afterwards it is fixed.',
    create: 'Add',
  },

  renameOrganization: {
    title: 'Rename',
    name: 'Name',
    hint: 'Only what is shown changes. The session goes on, and its own name is fixed.',
    confirm: 'Save',
  },

  linkByPhone: {
    title: 'Link with phone number',
    body: 'For when the phone cannot scan. Enlace shows a code of 8 characters to type on the phone.',
    country: 'Country',
    chooseCountry: 'Choose the country',
    number: 'The shop’s WhatsApp number',
    numberHint: 'As it is dialled in that country. From another country, with + in front.',
    understood: (number, country) =>
      country === null
        ? `The code will be for **${number}**`
        : `The code will be for **${number}** (${country})`,
    doubts: {
      empty: 'Enter the shop’s WhatsApp number.',
      'no-country': 'Choose the country, or enter the number with + and its country code.',
      'too-short': 'Digits are missing. Check the number and the country.',
      'too-long': 'There are too many digits. Check the number and the country.',
      unknown: 'Not a whole number of that country. Check the digits and the country.',
    },
    request: 'Get the code',
  },

  test: {
    /** What appears on the phone. */
    message: 'Enlace is checking this computer’s connection. No reply needed.',
    title: (name) => `Test the connection of ${name}?`,
    body: (number) =>
      `Enlace sends a message to its own number, **${number}**. It will appear on the phone, in the chat with oneself; nobody else sees it.`,
    explanation: 'This checks that WhatsApp receives it and that the phone answers.',
    confirm: 'Send and test',
    result: 'Test of the connection',
    link: {
      waiting: 'Waiting for WhatsApp',
      good: 'WhatsApp received the message',
      failed: 'WhatsApp did not confirm the message. Wait a moment and test again.',
    },
    phone: {
      waiting: 'Waiting for the phone',
      alive: 'The phone answered',
      silent:
        'The phone did not answer: it may be off or without internet. This computer is still connected.',
      refused:
        'WhatsApp answered, so the link is good, but it did not accept the test message. Do not repeat it: your customers’ messages still arrive.',
    },
  },

  changeNumber: {
    title: (name) => `Change the number of ${name}?`,
    body: (number) =>
      `The link with **${number}** is removed on the phone too. Then a new QR appears here: scan it with the other phone.`,
    kept: 'The organization and its session name do not change, and the chats stay on each phone.',
    confirm: 'Remove and show QR',
  },

  clear: {
    title: (name) => `Clear the session of ${name}`,
    phone: {
      title: 'Have the phone in your hand',
      body: 'Unlocked, with internet and with WhatsApp open.',
    },
    kept: {
      title: 'What is kept',
      body: 'The organization and its session name. The chats stay on the phone.',
    },
    lost: {
      title: 'What is lost',
      body: 'This computer’s link: a new QR must be scanned. What arrives meanwhile can be seen on the phone. A newly linked device often may not write to new chats for weeks.',
    },
    undo: (days) =>
      plural('en', days, {
        one: 'You can undo it for 1 day, unless WhatsApp has already ended the link.',
        other: `You can undo it for ${days} days, unless WhatsApp has already ended the link.`,
      }),
    stillWorks:
      'This link still works. WhatsApp might refuse to link again: clear only if it is really necessary.',
    noLonger: 'The session’s state changed and it cannot be cleared now.',
    confirm: 'Clear and show QR',
    done: 'Session cleared',
    undoWithin: (days) => plural('en', days, { one: 'Undo (1 day)', other: `Undo (${days} days)` }),
    undoUntil: (when) => `until ${when}`,
  },

  undoClear: {
    title: 'Go back to the earlier session?',
    back: (number) =>
      number === null
        ? 'The link from before the clear comes back.'
        : `The link from before the clear comes back, the one of **${number}**.`,
    replaced: (number) =>
      number === null
        ? 'The present link is no longer used on this computer.'
        : `The present link, the one of **${number}**, is no longer used on this computer.`,
    confirm: 'Go back',
  },

  logOut: {
    title: (name) => `Log out of ${name}?`,
    body: 'The link is removed on the phone too. To use it again, a new QR will have to be scanned.',
    kept: 'The organization is kept, and the chats stay on the phone.',
    confirm: 'Log out',
  },
}
