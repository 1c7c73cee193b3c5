import type { Repair } from '../es/repair.ts'
import { plural } from '../format.ts'

export const enRepair: Repair = {
  repair: {
    title: (name) => `Repair the session of ${name}`,
    intro: 'From least to most: start at the top and go down only if the step above was not enough.',
    costs: 'Costs',
    keeps: 'Keeps',
    rungs: {
      reconnect: {
        name: 'Reconnect',
        what: 'Closes the connection and opens it again.',
        costs: 'a few seconds without connection.',
        keeps: 'everything.',
      },
      verify: {
        name: 'Check',
        what: 'Checks the session’s saved data one by one.',
        costs: 'a few seconds without connection.',
        keeps: 'everything; it says what it found.',
      },
      renew: {
        name: 'Renew sessions',
        what: 'Agrees on new keys with each contact, for when their messages cannot be read.',
        costs:
          'a few seconds without connection; the next message of some contacts may take longer or be asked for again.',
        keeps: 'the link: no scan is needed.',
      },
      'restore-snapshot': {
        name: 'Restore the copy',
        what: 'Goes back to the session’s last good copy.',
        costs: 'some messages may be asked for again.',
        keeps: 'the same number and the link: no scan is needed.',
      },
      clear: {
        name: 'Clear session',
        what: 'Starts afresh with a new QR. Enlace asks before it does so.',
        costs: 'this computer’s link: it must be scanned again.',
        keeps: 'the organization and the phone’s chats.',
      },
    },
    copy: {
      today: (time) => `The copy is from today at ${time}.`,
      yesterday: (time) => `The copy is from yesterday at ${time}.`,
      other: (date) => `The copy is from ${date}.`,
    },
    noCopy: 'There is no copy yet.',
    notNow: 'not possible now',
    others: 'Other options',
  },

  restore: {
    why: 'A power cut may have damaged the file.',
    copy: {
      today: (time, number) => `There is a copy from today at ${time}${same(number)}.`,
      yesterday: (time, number) => `There is a copy from yesterday at ${time}${same(number)}.`,
      other: (date, number) => `There is a copy from ${date}${same(number)}.`,
    },
    cost: 'Restoring it needs no new scan; some messages may be asked for again.',
  },

  report: {
    title: {
      verify: 'Check of the session',
      renew: 'Renewal of sessions',
      'restore-snapshot': 'Restore of the copy',
    },
    did: {
      verify: (n) =>
        plural('en', n, { one: '1 saved value was checked.', other: `${n} saved values were checked.` }),
      renew: (n) =>
        plural('en', n, {
          one: '1 key was renewed. The contacts who used it agree on another with their next message.',
          other: `${n} keys were renewed. The contacts who used them agree on others with their next message.`,
        }),
      'restore-snapshot': (n) =>
        plural('en', n, {
          one: '1 value was brought back from the copy. Some messages may be asked for again.',
          other: `${n} values were brought back from the copy. Some messages may be asked for again.`,
        }),
    },
    good: 'All is well: no damage was found.',
  },

  findings: {
    title: 'What was found',
    what: {
      'file-damaged': () => 'The session’s file is damaged.',
      'seal-broken': (n) =>
        plural('en', n, {
          one: '1 value cannot be read: it changed without Enlace writing it.',
          other: `${n} values cannot be read: they changed without Enlace writing them.`,
        }),
      'credentials-missing': () =>
        'The data with which this computer identifies itself to WhatsApp is missing.',
      'credentials-malformed': () =>
        'The data with which this computer identifies itself to WhatsApp is incomplete.',
      'keys-mismatched': (n) =>
        plural('en', n, {
          one: '1 key does not belong with the others.',
          other: `${n} keys do not belong with the others.`,
        }),
      'signature-invalid': () => 'A key’s signature is not valid.',
      'pre-keys-missing': (n) =>
        plural('en', n, {
          one: '1 key for new contacts is missing.',
          other: `${n} keys for new contacts are missing.`,
        }),
      'code-abandoned': () => 'An unfinished linking code was left over.',
      'rolled-back': () =>
        'The store had gone back to an earlier state; the keys of the conversations are renewed.',
    },
    severity: { note: 'Harmless', damage: 'Damage' },
    next: {
      none: 'Already put right; there is nothing to do.',
      renew: 'Choose Renew sessions.',
      restore: 'Restore the copy: no scan is needed.',
      clear: 'Clear the session and scan a new code.',
      support: 'Call your support and read them this line.',
    },
  },

  previous: {
    line: (number) =>
      number === null
        ? 'The link from before the clear still takes one of the phone’s four places.'
        : `The link from before the clear, the one of **${number}**, still takes one of the phone’s four places.`,
    title: 'Retire the earlier link?',
    body: 'Enlace opens the earlier link for a moment, logs it out of WhatsApp and connects the present one again. It means a few seconds without connection.',
    undo: 'After that the clear can no longer be undone: the earlier link does not come back.',
    confirm: 'Retire it',
  },
}

function same(number: string | null): string {
  return number === null ? '' : ` with the same number, **${number}**`
}
