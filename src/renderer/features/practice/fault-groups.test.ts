import { describe, expect, it } from 'vitest'
import { PRACTICE_FAULTS } from '../../../contract/practice.ts'
import { faultsIn, groupsAt } from './fault-groups.ts'

describe('the groups of faults', () => {
  it('hold every fault once', () => {
    const all = groupsAt('unlinked').flatMap(faultsIn)
    expect(all.toSorted()).toEqual(PRACTICE_FAULTS.toSorted())
  })

  it('leave out what only a new link would meet', () => {
    expect(groupsAt('online')).toEqual(['connection', 'phone'])
  })

  it('are down to what linking meets while a code is on screen', () => {
    expect(groupsAt('scan').flatMap(faultsIn)).toEqual([
      'wrong-phone',
      'code-retired',
      'passkey-required',
      'phone-full',
      'scan-failed',
      'code-refused',
    ])
  })

  it('stay so while what was scanned is being linked', () => {
    expect(groupsAt('linking')).toEqual(groupsAt('scan'))
  })
})
