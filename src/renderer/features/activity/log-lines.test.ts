import { describe, expect, it } from 'vitest'
import type { LogLine } from '../../../contract/activity.ts'
import { lineText, matching } from './log-lines.ts'

const PHASE: LogLine = {
  at: new Date(2026, 7, 4, 8, 5, 0, 123).getTime(),
  level: 'info',
  event: 'phase',
  fields: { from: 'online', to: 'waiting', epoch: 3, cause: 'network', detail: null },
}
const FAILED: LogLine = { ...PHASE, level: 'warn', event: 'effect failed', fields: { error: 'Disk' } }

describe('the lines of the technical log', () => {
  it('say when, how grave, what, and every fact there is', () => {
    expect(lineText(PHASE)).toMatch(
      /^2026-08-04 08:05:00\.123 [-+]\d\d:\d\d info phase from=online to=waiting epoch=3 cause=network$/,
    )
  })

  it('are found by every word, in any case and order', () => {
    const lines = [PHASE, FAILED]
    expect(matching(lines, 'all', '')).toHaveLength(2)
    expect(matching(lines, 'warn', '')).toEqual([lineText(FAILED)])
    expect(matching(lines, 'all', 'NETWORK phase ')).toEqual([lineText(PHASE)])
    expect(matching(lines, 'all', 'disk phase')).toEqual([])
  })
})
