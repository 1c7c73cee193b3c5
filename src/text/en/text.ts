import { enActivity } from './activity.ts'
import { enDialogs } from './dialogs.ts'
import { enKeeping } from './keeping.ts'
import { enPasskey } from './passkey.ts'
import { enPin } from './pin.ts'
import { enPreferences } from './preferences.ts'
import { enNetwork } from './network.ts'
import { enOutside } from './outside.ts'
import { enPasskeyWindow } from './passkey-window.ts'
import { enLessons } from './lessons.ts'
import { enPractice } from './practice.ts'
import { enList } from './list.ts'
import { enProblems } from './problems.ts'
import { enRepair } from './repair.ts'
import { enReset } from './reset.ts'
import { enSource } from './source.ts'
import type { Text } from '../es/text.ts'
import { plural } from '../format.ts'

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
  elsewhere: 'On hold',
  typeCode: 'Type the code',

  ...enProblems,
  ...enNetwork,
  ...enDialogs,
  ...enRepair,
  ...enReset,
  ...enSource,
  ...enKeeping,
  ...enPreferences,
  ...enPasskey,
  ...enPin,
  ...enOutside,
  passkeyWindow: enPasskeyWindow,
  ...enActivity,
  ...enPractice,
  ...enLessons,
  ...enList,
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
    'change-number': 'Change number',
    'accept-number': 'Accept the new number',
    'reject-number': 'Unlink',
    test: 'Test the connection',
    verify: 'Check',
    renew: 'Renew sessions',
    'send-keys': 'Send keys now',
    'use-passkey': 'Use the passkey',
    'use-passkey-otherwise': 'Use the other way',
    'confirm-code': 'Yes, it is the same',
    'deny-code': 'No',
    'restore-snapshot': 'Restore the copy',
    'retire-previous': 'Retire the earlier link',
  },
  linkAgain: 'Link again',
  newPhone: 'The phone was changed: link',
  acceptAccount: 'Accept the account',
  anotherQr: 'Create another QR',
  useQr: 'Use the QR code',
  connectHere: 'Connect here – first switch off the earlier server',
  retryNow: 'Try now',
  tryAgain: 'Try again',
  more: 'More options',
  cancel: 'Cancel',
  close: 'Close',

  organizations: {
    label: 'Organizations',
    add: 'Add organization',
    options: (name) => `Options of ${name}`,
    rename: 'Rename',
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
      warning: 'If the phone warns you and shows a place, go on: it is this computer. **Don’t link** cancels',
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
    byPhone: 'Link with phone number',
  },

  phoneCode: {
    title: 'Type this code on the shop’s phone',
    steps: {
      link: 'Tap **Link a device**',
      instead: 'Below, tap **Link with phone number instead** and type the code',
    },
    spoken: (characters) => `Code: ${characters}`,
    number: (number) => `It only works on the phone of **${number}**.`,
    progress: (time) => `Good for another ${time}`,
    another: 'Get another code',
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
      other: (date) => `since ${date}`,
    },
    before: (number) => `before **${number}**`,
    lastActivity: 'Last activity',
    phoneSeen: 'Phone seen',
    notYet: 'not yet',
    received: 'Messages received',
    sent: 'Messages sent',
    snapshot: 'Safety copy',
    counted: 'Messages counted since Enlace was opened.',
    failed: (n) => plural('en', n, { one: '1 could not be read.', other: `${n} could not be read.` }),
    deviceName: (name) => `The phone lists it as **${name}**.`,
    version: (version, source) => `WhatsApp Web ${version} (${source}).`,
    versionSource: {
      live: 'the current one',
      'last-good': 'the last that worked',
      bundled: 'the one Enlace brings',
    },
  },

  clock: {
    ahead: (time) => `It is about ${time} fast.`,
    behind: (time) => `It is about ${time} slow.`,
  },

  restriction: {
    until: (date) => `WhatsApp says that it ends on ${date}. Enlace tries it then, without a press.`,
    words: (said) => `WhatsApp says: “${said}”`,
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
  stoppedElsewhere: {
    title: 'This session comes from another server',
    body: 'Enlace found it and kept it, but did not connect it. If the earlier server is still on, each would take the connection from the other: switch it off first.',
  },

  about: {
    numbers: (expected, actual) =>
      `The number before: **${expected}**.\nThe one that was linked: **${actual}**.`,
    organization: (name) => `The other organization: **${name}**.`,
    holder: ({ pid, account, computer }) =>
      `Program **${pid}** has it open, of account **${account}**, on computer **${computer}**.`,
    cause: (title, code) => `The last time: **${title}** (${code}).`,
    restriction: (kind, until) => `**${kind}** ${until}`,
  },

  hiddenNumber: 'hidden number',
  lastNumber: (number) => `Last number: **${number}**`,

  limits: {
    kind: {
      'new-chats': 'No writing to new chats.',
      'linked-devices': 'No writing to new chats from linked devices; the phone may.',
      'sales-rules':
        'No writing to new chats because of what the shop sells; the phone says which rule it is.',
      'chat-cap': 'No more new chats in this period.',
    },
    until: (when) => `It ends: ${when}`,
    endUnknown: 'WhatsApp has not said when it ends.',
  },

  warnings: {
    'log-out-failed': {
      title: 'Could not log out',
      body: 'WhatsApp did not answer, so this computer is still linked. Wait a moment and try again.',
    },
    'decrypt-failures': {
      title: 'Messages that cannot be read',
      body: 'Messages arrive from several contacts that this computer cannot decrypt. Renew the sessions; if it goes on, choose More options and Clear session.',
    },
    'pre-keys': {
      title: 'Keys for new contacts are running out',
      body: 'People who write for the first time may not get through. Enlace sends more to WhatsApp; if WhatsApp does not take them, press Send keys now a little later.',
    },
    'phone-unseen': {
      title: 'The phone has not been seen for many days',
      body: 'After 14 days WhatsApp removes this computer. Switch on the shop’s phone, connect it to the internet and open WhatsApp.',
    },
    'clock-skew': {
      title: 'This computer’s clock is wrong',
      body: 'It can prevent the connection and show wrong times. Turn on automatic time in the system’s settings.',
    },
    'not-restored': {
      title: 'The session could not be resumed yet',
      body: 'Enlace has tried several times and goes on trying. The link is still saved. Check the internet; if it stays like this, call your support.',
    },
    'time-lock': {
      title: 'WhatsApp limits this account for a while',
      body: 'Chats that are there already go on; new ones do not. Answer those who write to you and do not keep trying new numbers: that can make it last longer.',
    },
    'chat-cap': {
      title: 'The new chats that WhatsApp allows are used up',
      body: 'Chats that are there already go on. Whoever writes first can be answered.',
    },
    'queue-withheld': {
      title: 'WhatsApp does not hand over what was waiting',
      body: 'What arrived without a connection does not come through; on the phone it is complete. Check the session: Enlace opens it anew and asks for it again. If this comes back, call your support.',
    },
  },

  noticesLabel: 'Notices',
  dismiss: 'Dismiss notice',
  showOrganization: 'Show the organization',

  announce: (name, state) => `${name}: ${state}`,
}
