import type { Preferences } from '../../contract/preferences.ts'

/** As on a new computer. */
export const PREFERENCES: Preferences = {
  language: 'system',
  theme: 'system',
  openAtLogin: false,
  keepInTray: true,
  notifications: true,
  keepAwake: false,
  sessionPrefix: 'org',
  checkInterval: 30,
  snapshotDays: 1,
  quarantineDays: 7,
  cleanAfterDays: null,
}
