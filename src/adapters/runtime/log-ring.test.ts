import { describe, expect, it } from 'vitest'
import type { Log, LogFields } from '../../engine/ports.ts'
import { LogRing } from './log-ring.ts'

function ring(): { log: LogRing; passed: [string, LogFields][] } {
  const passed: [string, LogFields][] = []
  const next: Log = {
    info: (event, fields) => passed.push([event, fields]),
    warn: (event, fields) => passed.push([event, fields]),
  }
  return { log: new LogRing(next), passed }
}

describe('the log ring', () => {
  it('keeps what concerns a session and the program, and passes everything on', () => {
    const { log, passed } = ring()
    log.info('phase', { session: 'org_a', to: 'online' })
    log.info('phase', { session: 'org_b', to: 'online' })
    log.warn('check failed', { error: 'x' })
    expect(log.about('org_a').map(({ level, event, fields }) => ({ level, event, fields }))).toEqual(
      expect.arrayContaining([
        { level: 'info', event: 'phase', fields: { to: 'online' } },
        { level: 'warn', event: 'check failed', fields: { error: 'x' } },
      ]),
    )
    expect(log.about('org_a')).toHaveLength(2)
    expect(log.about('org_c')).toHaveLength(1)
    expect(passed).toHaveLength(3)
  })

  it('keeps the last lines only, of each session for itself', () => {
    const { log } = ring()
    log.info('quiet', { session: 'org_b' })
    for (let n = 0; n < 1_000; n += 1) log.info('loud', { session: 'org_a', n })
    expect(log.about('org_a')).toHaveLength(300)
    expect(log.about('org_a').at(-1)?.fields).toEqual({ n: 999 })
    expect(log.about('org_b')).toHaveLength(1)
  })

  it('holds no whole number', () => {
    const { log } = ring()
    log.warn('effect failed', { session: 'org_a', error: 'no session for 573007915262' })
    expect(JSON.stringify(log.about('org_a'))).not.toContain('573007915262')
  })
})
