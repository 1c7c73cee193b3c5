import { enProblems } from './en-problems.ts'
import type { Text } from './es.ts'
import { plural } from './format.ts'

export const en: Text = {
  product: 'Enlace',

  status: {
    unlinked: 'Not linked',
    starting: 'Starting',
    scan: 'Scan the code',
    linking: 'Linking',
    online: 'Connected',
    reconnecting: 'Reconnecting',
    stopped: 'Stopped by you',
    attention: 'Needs attention',
    unavailable: 'Unavailable',
  },
  activity: {
    connecting: 'Starting',
    clearing: 'Clearing',
    'logging-out': 'Logging out',
    stopping: 'Stopping',
  },

  ...enProblems,
  supportCode: (code) => `Support code ${code}`,
  whatsappCode: (code) => `WhatsApp gave code ${code}.`,

  commands: {
    link: 'Link WhatsApp',
    'cancel-link': 'Cancel',
    connect: 'Connect',
    stop: 'Stop',
    retry: 'Try again',
    'take-over': 'Use it here',
    'log-out': 'Log out',
    clear: 'Clear session',
    'undo-clear': 'Undo',
  },
  linkAgain: 'Link again',
  anotherQr: 'Create another QR',
  retryNow: 'Try now',
  tryAgain: 'Try again',
  more: 'More',
  cancel: 'Cancel',
  close: 'Close',

  organizations: {
    label: 'Organizations',
    add: 'Add organization',
    summary: {
      connected: (n) => `${n} connected`,
      attention: (n) => plural('en', n, { one: `${n} needs attention`, other: `${n} need attention` }),
      none: 'None connected',
    },
  },

  empty: {
    title: 'Add an organization and link its WhatsApp with this computer',
    practice: 'Try it first in practice mode',
    data: (folder) => `Everything is saved on this computer, in ${folder}`,
  },

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

  unlinked: {
    title: 'Link this organization’s WhatsApp',
    body: 'Have the shop’s phone at hand: you are going to scan a code. It takes less than a minute.',
  },

  starting: {
    connecting: { title: 'Connecting to WhatsApp', body: 'One moment, please. There is nothing to do.' },
    clearing: {
      title: 'Clearing the session',
      body: 'Enlace sets the old session aside and asks for a new code. The QR appears here by itself.',
    },
    'logging-out': {
      title: 'Logging out',
      body: 'This computer is being removed from the phone’s linked devices.',
    },
    stopping: { title: 'Stopping the session', body: 'What is pending is being saved.' },
  },

  link: {
    title: 'Scan this code with the shop’s phone',
    steps: {
      open: 'Open **WhatsApp** on the phone',
      devices: 'Tap ⋮ and **Linked devices**',
      devicesOnIphone: 'On iPhone: Settings › Linked Devices',
      link: 'Tap **Link a device** and point here',
    },
    dots: 'the three dots',
    deviceName: (name) => `The phone will list it as **${name}**.`,
    qr: (name) => `QR code to link ${name}`,
    progress: (index, of, time) =>
      index < of
        ? `Code ${index} of ${of} · changes in ${time}`
        : `Code ${index} of ${of} · expires in ${time}`,
    enlarge: 'Enlarge (F)',
    shrink: 'Reduce (F)',
  },

  linking: {
    title: 'Linking the phone',
    body: 'Leave WhatsApp open on the phone until it is done.',
    steps: { scanned: 'Code scanned', linking: 'Linking', syncing: 'Syncing', online: 'Connected' },
    done: 'done',
    current: 'in progress',
  },

  online: {
    since: {
      today: (time) => `since today, ${time}`,
      yesterday: (time) => `since yesterday, ${time}`,
      earlier: (date) => `since ${date}`,
    },
    lastActivity: 'Last activity',
    deviceName: 'The phone lists it as',
  },

  reconnecting: {
    next: (time) => `Next attempt in ${time}`,
    trying: 'Trying now',
    attempt: (n) => `attempt ${n}`,
  },

  stopped: {
    title: 'You stopped this session',
    body: 'The link is still saved: connecting does not need another scan.',
  },

  lastNumber: (number) => `Last number: **${number}**`,

  warnings: {
    'weak-vault': {
      title: 'Weakly protected keys',
      body: 'This computer has no active keychain; anyone who signs in as your user could copy the session.',
    },
    'decrypt-failures': {
      title: 'Messages that cannot be read',
      body: 'Messages arrive from several contacts that this computer cannot decrypt. If it goes on, choose More and Clear session.',
    },
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
      body: 'This computer’s link: a new QR must be scanned. What arrives meanwhile can be seen on the phone.',
    },
    undo: 'You can undo it for 7 days, unless WhatsApp has already ended the link.',
    stillWorks:
      'This link still works. WhatsApp might refuse to link again: clear only if it is really necessary.',
    noLonger: 'The session’s state changed and it cannot be cleared now.',
    confirm: 'Clear and show QR',
    done: 'Session cleared',
    undoWithin: (days) => plural('en', days, { one: 'Undo (1 day)', other: `Undo (${days} days)` }),
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

  noticesLabel: 'Notices',
  dismiss: 'Dismiss notice',

  practice: {
    badge: 'Practice mode',
    explanation: 'Simulated phone and WhatsApp: nothing you do here is real.',
    phone: 'Simulated phone',
    scan: 'Scan',
    heal: 'Make everything work',
    faults: 'Make something fail',
    fault: {
      'connection-drop': 'Drop the connection',
      outage: 'Take the internet away',
      'half-open': 'Nobody answers',
      'unlinked-from-phone': 'Remove the link on the phone',
      'opened-elsewhere': 'Open it on another computer',
      'account-restricted': 'Restrict the account',
      'whatsapp-unavailable': 'WhatsApp goes down',
      'undecryptable-messages': 'Unreadable messages',
    },
  },

  announce: (name, state) => `${name}: ${state}`,
}
