import { en } from './text.ts'
import { enPages } from './guide-pages.ts'
import type { Guide } from '../guide-shape.ts'

const { commands, clear } = en
const bold = (label: string) => `**${label}**`

export const enGuide: Guide = {
  title: 'Support guide',
  intro:
    'For whoever answers the phone. Ask: “Which code do you see at the top right? It begins with R.” Open its page, read the sentence aloud and wait while the person does each step.',
  open: 'Support guide',
  headings: {
    start: 'Before you begin',
    states: 'What the light says',
    state: 'Word',
    means: 'What it means',
    toDo: 'What to do',
    warnings: 'Notices in amber',
    warningsIntro:
      'The session may be connected and have a notice too. They have no code: you know them by their title.',
    blocked: 'When the window shows no organizations',
    blockedIntro:
      'Enlace could not open its data, so there is no code. Read the title on the screen. The grey line, where there is one, is for support.',
    codes: 'Codes',
    sees: 'What the person sees',
    say: 'What to say',
    press: 'What to press',
    otherwise: 'If that does not help',
    escalate: 'When to pass it on',
    picture: (code) => `The screen with code ${code}`,
    back: 'All codes',
  },
  states: {
    unlinked: {
      means: 'Grey. The organization has no WhatsApp linked.',
      toDo: `With the phone in hand, press ${bold(commands.link)}.`,
    },
    starting: {
      means: 'Enlace is working on it.',
      toDo: 'Wait. After a minute at most it changes by itself.',
    },
    scan: { means: 'Amber. There is a QR on the screen.', toDo: 'Scan it with the shop’s phone.' },
    linking: {
      means: 'Amber. The phone has scanned, and the rest is under way.',
      toDo: `Leave WhatsApp open on the phone and wait. If it says ${bold(en.passkey.status.offered)}, the owner’s passkey is needed: R-25.`,
    },
    online: {
      means: 'Green. WhatsApp works; below it says when the last activity was.',
      toDo: `Nothing. To be sure, press ${bold(commands.test)}.`,
    },
    reconnecting: {
      means: 'Amber. It was cut, and Enlace tries again by itself.',
      toDo: `Wait, or press ${bold(en.retryNow)}. After more than ten minutes, look up the code.`,
    },
    stopped: {
      means: 'Grey. Somebody stopped it on this computer; the link is still saved.',
      toDo: `Press ${bold(commands.connect)}. There is nothing to scan.`,
    },
    attention: { means: 'Red. It needs a person.', toDo: 'Look up the code in this guide.' },
    unavailable: {
      means:
        'Red. Something on this computer keeps the session from opening: the disk, the folder or the keys.',
      toDo: 'Look up the code in this guide. Enlace tries again every half minute.',
    },
  },
  topics: [
    {
      title: 'Rules on the phone',
      lines: [
        'One thing at a time: say what to press, wait, and ask what is on the screen now.',
        'Never ask for a photo of the QR, for the 8-character code or for the session’s folder: with those, anybody gets into the account.',
        'Never ask to delete the passkey or the WhatsApp account. Only its owner uses the key (R-25).',
        'Enlace deletes no chats. The chats are on the phone, and nothing that is pressed here touches them.',
        `Do not propose ${bold(commands.clear)} to try your luck: WhatsApp may refuse to link again. Only when the code’s page says so.`,
        'While customers are waiting, the shop can answer WhatsApp on the phone.',
      ],
    },
    {
      title: 'How to scan',
      lines: [
        ...[
          en.link.steps.open,
          en.link.steps.devices,
          en.link.steps.devicesOnIphone,
          en.link.steps.link,
          en.link.steps.warning,
        ].map((line) => `${line}.`),
        'The place in that warning is approximate: it may be another city. If nobody is linking at that moment, **Don’t link** is the right answer.',
      ],
    },
    {
      title: 'What clearing keeps and what it loses',
      lines: [
        `${clear.kept.title}: ${clear.kept.body}`,
        `${clear.lost.title}: ${clear.lost.body}`,
        'Clearing does not close the earlier link on the phone. Once the new one works, Enlace offers to retire it, so that it does not take one of the four places.',
      ],
    },
    {
      title: 'How to undo',
      lines: [
        `Usually for seven days, ${bold('Undo')} is above the card. The link from before comes back without a scan.`,
        'It cannot be done if WhatsApp has closed that link (R-22, R-24), or if it was retired.',
        `An organization that was removed comes back in ${bold(en.preferences.title)}, tab ${bold(en.preferences.tabs.keeping)}: ${bold(en.quarantine.restore)}.`,
      ],
    },
    {
      title: 'If it asks for a PIN',
      lines: [
        'The shop turned it on, and it is good for one action. Support does not know it and must not ask for it.',
        'After five wrong ones there is a wait: 30 seconds, and each time twice as long.',
        `If it was forgotten: ${bold(en.pin.forgotten)} says which file to delete while Enlace is closed. Delete that one and no other; the sessions are not touched.`,
      ],
    },
    {
      title: 'Where the data lives',
      lines: [
        'On Windows: %APPDATA%\\Enlace. On macOS: ~/Library/Application Support/Enlace. On Linux: ~/.config/Enlace.',
        'Inside, the folder organizations has one folder per session, with the session’s name. They belong to one account of that computer: another account does not see them.',
        'Copied to another computer they do not open, because the key stays on the first (R-15). To move a session, export it.',
        'Do not put them in OneDrive, Dropbox or the like: two computers with the same session damage each other’s.',
      ],
    },
    {
      title: 'What people ask most',
      lines: [
        'Must the phone be on? Not always, but after 14 days without internet WhatsApp removes this computer.',
        'And if nobody has signed in to the computer? Nothing works before somebody signs in to the usual account.',
        'May the computer sleep? Asleep it receives nothing. On waking it connects by itself.',
        'What is this computer called on the phone? Google Chrome (Mac OS), even if it is Windows.',
        `Has the shop’s number changed? With the session connected, ${bold(commands['change-number'])}. Do not create another organization.`,
        'Can one practise? Yes: practice mode uses a simulated phone and does not touch the real sessions.',
      ],
    },
  ],
  pages: enPages,
}
