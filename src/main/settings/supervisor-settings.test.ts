import { expect, it } from 'vitest'
import { UNKEPT_PREFERENCES } from '../../adapters/desktop/electron-preferences.ts'
import { supervisorSettings } from './supervisor-settings.ts'

const DAY_MS = 24 * 60 * 60 * 1000

it('where the preferences were lost, nothing is deleted that the person may have wanted kept', () => {
  const chosen = UNKEPT_PREFERENCES.chosen()
  expect(supervisorSettings(chosen, false).quarantineMs).toBe(7 * DAY_MS)
  expect(supervisorSettings(chosen, true).quarantineMs).toBe(30 * DAY_MS)
})
