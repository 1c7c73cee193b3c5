import { describe, expect, it } from 'vitest'
import type { LinkStep } from '../../../contract/session-view.ts'
import { stepProgress, STEPS } from './link-steps.ts'

describe('stepProgress', () => {
  it.each<[LinkStep, string[]]>([
    ['scanned', ['done', 'current', 'ahead', 'ahead']],
    ['linking', ['done', 'current', 'ahead', 'ahead']],
    ['syncing', ['done', 'done', 'current', 'ahead']],
  ])('once %s: %j', (reached, expected) => {
    expect(STEPS.map((step) => stepProgress(step, reached))).toEqual(expected)
  })
})
