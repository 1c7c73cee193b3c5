import type { PreferencesText } from '../es/preferences.ts'
import { plural } from '../format.ts'

export const enPreferences: PreferencesText = {
  preferences: {
    title: 'Preferences',
    tabs: {
      general: 'General',
      computer: 'On this computer',
      security: 'Security',
      network: 'Network',
      keeping: 'Protection and copies',
    },
    failed: 'The change was not saved; it is as it was.',

    language: {
      title: 'Language',
      why: 'Of the window, the notifications and the menu beside the clock.',
      system: 'The computer’s',
    },
    theme: {
      title: 'Appearance',
      why: 'Light, dark, or what the computer has at each hour.',
      system: 'The computer’s',
      light: 'Light',
      dark: 'Dark',
    },
    sessionPrefix: {
      title: 'Prefix of new sessions',
      why: 'The session names of organizations you add from now on begin with it; those that are there keep theirs.',
      example: (name) => `It will look like ${name}`,
      invalid: (inForce) => `1 to 16 unaccented letters or numbers. For now “${inForce}” stays.`,
    },
    checkInterval: {
      title: 'Check the folders',
      why: 'At each check Enlace resumes the sessions that should be connected, takes in folders brought back from a backup, and says if one is missing.',
      every: (seconds) => `every ${seconds} s`,
      never: 'never',
    },

    openAtLogin: {
      title: 'Open when the computer starts',
      why: 'When you sign in to the computer, Enlace starts without a window and the sessions connect by themselves.',
    },
    keepInTray: {
      title: 'Go on when the window is closed',
      why: 'Enlace stays beside the clock and the sessions stay connected. If you turn this off, closing the window closes Enlace.',
    },
    notifications: {
      title: 'Tell you outside the window',
      why: 'A notification when an organization needs somebody, and another when it works again.',
    },
    keepAwake: {
      title: 'Do not let the computer sleep',
      why: 'While sessions run, the computer does not go to sleep. The screen may still turn off.',
    },

    snapshotDays: {
      title: 'Copy the sessions that work',
      why: 'If the disk damages a session, its copy brings it back without a scan. The newest three are kept.',
      every: (days) => plural('en', days, { one: 'every day', other: `every ${days} days` }),
    },
  },
}
