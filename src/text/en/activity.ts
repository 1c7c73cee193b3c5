import type { ActivityText } from '../es/activity.ts'
import { plural } from '../format.ts'

export const enActivity: ActivityText = {
  history: {
    open: 'Activity',
    title: (name) => `Activity of ${name}`,
    range: 'Period',
    ranges: { '24h': '24 hours', '7d': '7 days', '30d': '30 days' },
    loading: 'Reading the history',
    failed: 'The history could not be read.',
    empty: {
      title: 'There is no history yet',
      body: 'It begins when this organization’s WhatsApp is linked.',
    },
    trouble: {
      setAside: (file) => `The history file was damaged and is kept as ${file}. The history starts anew.`,
      unkept: 'The history cannot be saved to the disk: what happens now is forgotten when Enlace closes.',
    },

    strip: {
      label: 'Availability',
      now: 'now',
      piece: (when, light) => `${when}: ${light}`,
      partly: (light) => `${light}, on and off`,
    },
    light: {
      online: 'Connected',
      working: 'Connecting',
      attention: 'Needs attention',
      off: 'Stopped or not linked',
      closed: 'Enlace closed or computer asleep',
      unknown: 'No history',
    },

    share: (percent) => `Connected **${percent}** of the time`,
    interruptions: (n, longest) =>
      plural('en', n, {
        one: `1 interruption of ${longest}.`,
        other: `${n} interruptions, the longest of ${longest}.`,
      }),
    noInterruption: 'without interruptions.',
    and: ', ',
    notCounted: 'Time with Enlace closed or the computer asleep is not counted.',
    notWanted: 'In this period there was no connection to measure.',

    events: {
      title: 'What happened',
      none: 'Nothing out of the ordinary.',
      more: 'Show more',
      today: 'Today',
      yesterday: 'Yesterday',
    },
    event: {
      linked: (number) => `**${number}** was linked.`,
      relinked: (number, former) => `**${number}** was linked; before it was ${former}.`,
      numberChanged: (number, former) => `**${number}** was accepted instead of ${former}.`,
      cleared: 'The session was cleared to link again.',
      undone: 'The clearing was undone: the previous session came back.',
      'logged-out': 'The session was logged out: this computer left the linked devices.',
      repaired: {
        verify: 'The session was checked.',
        renew: 'The sessions with the contacts were renewed.',
        'restore-snapshot': 'The copy of the session was restored.',
      },
      tested: {
        alive: 'The connection was tested: WhatsApp and the phone answered.',
        silent: 'The connection was tested: WhatsApp answered, the phone did not.',
        refused: 'The connection was tested: WhatsApp answered, but did not accept the message.',
        failed: 'The connection was tested: WhatsApp did not answer.',
      },
      limited: {
        'new-chats': 'WhatsApp forbade writing to new chats for a while.',
        'linked-devices': 'WhatsApp forbade writing to new chats from linked devices for a while.',
        'sales-rules': 'WhatsApp forbade writing to new chats for a while, because of what the shop sells.',
        'chat-cap': 'The new chats that WhatsApp allows in this period were used up.',
      },
      removed: 'The organization was removed.',
      connected: 'It connected again.',
      stopped: 'You stopped the session.',
      'not-scanned': 'The QR expired without a scan.',
      down: {
        back: (what, time) => `${what}. Reconnected after ${time}.`,
        ongoing: (what) => `${what}. This is still so.`,
        over: (what) => `${what}.`,
      },
      away: {
        closed: (time) => `Enlace was closed for ${time}.`,
        asleep: (time) => `The computer was asleep for ${time}.`,
        lost: (time) => `Enlace ended abruptly, perhaps in a power cut. It was opened again after ${time}.`,
      },
    },
  },

  technicalLog: {
    show: 'Technical log',
    why: 'For whoever supports you: since Enlace was opened this time, without keys, codes or whole numbers.',
    filter: 'Filter the log',
    level: 'Which lines',
    levels: { all: 'All', warn: 'Warnings only' },
    copy: 'Copy',
    copied: 'Copied',
    loading: 'Reading the log',
    failed: 'The log could not be read.',
    none: 'There are no such lines.',
    lines: 'Lines of the technical log',
  },
}
