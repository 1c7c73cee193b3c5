import type { Keeping } from '../es/keeping.ts'
import { plural } from '../format.ts'

export const enKeeping: Keeping = {
  protection: {
    title: 'Protection of the keys',
    system: 'The keys are protected by the system.',
    none: 'This system offers no protection for the keys: anyone who signs in as your user could copy the sessions. Use a user with a password and do not lend this computer.',
  },

  quarantine: {
    days: 'Keep what is cleared or removed',
    forDays: (days) => plural('en', days, { one: '1 day', other: `${days} days` }),
    daysWhy:
      'For that time it can be brought back. Afterwards it is deleted by itself; if you choose fewer days, what is older goes at once.',
    title: 'Kept just in case',
    why: 'What was cleared comes back with Undo, in its organization. A removed organization is restored here.',
    loading: 'Looking',
    empty: 'Nothing is being kept.',
    failed: 'What is kept could not be shown.',
    kind: { generation: 'Cleared session', organization: 'Removed organization' },
    expires: (ago, when) => `${ago} · to be deleted: ${when}`,
    restore: 'Restore',
    restoreNamed: (name) => `Restore ${name}`,
    see: 'Show',
    seeNamed: (name) => `Show ${name}`,
  },

  cleaning: {
    title: 'Point out unused sessions',
    after: (days) => `after ${days} days`,
    never: 'never',
    why: 'Enlace proposes to clear them; it never does so without your permission.',
  },

  removeOrganization: {
    menu: 'Remove organization',
    title: (name) => `Remove ${name}?`,
    body: (days) =>
      plural('en', days, {
        one: 'It stops working on this computer and leaves the list. You can bring it back for 1 day, in Preferences; afterwards it is deleted.',
        other: `It stops working on this computer and leaves the list. You can bring it back for ${days} days, in Preferences; afterwards it is deleted.`,
      }),
    phone: 'On the phone it stays among the linked devices. The chats are not touched.',
    type: (name) => `To confirm, type its name: **${name}**`,
    name: 'Name of the organization',
    hint: 'With the same capitals and accents.',
    confirm: 'Remove organization',
  },

  exportSession: {
    menu: 'Export the session',
    title: (name) => `Export the session of ${name}`,
    secret: {
      title: 'The folder is the key to the account',
      body: 'Whoever has it can read and send messages in your name. Keep it like a password, and do not send it by chat or e-mail.',
    },
    stops: {
      title: 'The session is stopped first',
      body: 'Enlace stops it on this computer before it writes the folder.',
    },
    one: {
      title: 'One program at a time',
      body: 'If two use the same session, WhatsApp disconnects one and the session may be damaged.',
    },
    confirm: 'Choose a folder and export',
    doing: 'Exporting',
    done: 'The session was exported to:',
    after: 'Here it is stopped. Connect it again only if nobody else uses it.',
  },

  importSession: {
    action: 'Bring a session from another server',
    hint: 'With its Baileys folder, or by dragging it onto this window. The folder is not changed.',
    drop: 'Drop the session’s folder here',
    dropWhy: 'Enlace checks it first and changes nothing in it. Switch the other server off before.',
    doing: 'Checking the folder',
  },

  when: {
    today: (time) => `today, ${time}`,
    yesterday: (time) => `yesterday, ${time}`,
    other: (date) => date,
  },
}
