import { describe, expect, it } from 'vitest'
import type { Preferences } from '../../contract/preferences.ts'
import { SESSION_COMMANDS } from '../../contract/session-view.ts'
import { needsPin } from './needs-pin.ts'

const CURRENT: Preferences = {
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
const organizationId = 'shop-1'

describe('what needs the PIN', () => {
  it('are the commands that end a link, and none that mends', () => {
    const asking = SESSION_COMMANDS.filter((command) =>
      needsPin('commandSession', { organizationId, command }, CURRENT),
    )
    expect(asking.toSorted()).toEqual(['change-number', 'clear', 'log-out', 'retire-previous'])
  })

  it('is removing, exporting, deleting where it came from, and the PIN itself', () => {
    expect(needsPin('removeOrganization', { organizationId, typedName: '' }, CURRENT)).toBe(true)
    expect(needsPin('exportSession', { organizationId }, CURRENT)).toBe(true)
    expect(needsPin('deleteSource', { organizationId }, CURRENT)).toBe(true)
    expect(needsPin('keepSource', { organizationId }, CURRENT)).toBe(false)
    expect(needsPin('setPin', { pin: null }, CURRENT)).toBe(true)
    expect(needsPin('restoreOrganization', { organizationId }, CURRENT)).toBe(false)
    expect(needsPin('createOrganization', { name: 'Shop' }, CURRENT)).toBe(false)
  })

  it('is keeping things for fewer days, which deletes what is older, and no other preference', () => {
    const chosen = (changes: Partial<Preferences>) =>
      needsPin('setPreferences', { ...CURRENT, ...changes }, CURRENT)
    expect(chosen({ quarantineDays: 1 })).toBe(true)
    expect(chosen({ quarantineDays: 30 })).toBe(false)
    expect(chosen({ theme: 'dark', language: 'pt', cleanAfterDays: 30, keepInTray: false })).toBe(false)
  })
})
