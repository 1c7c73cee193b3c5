import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('an exception and a rejection in one session end nothing, and are logged with the session', () => {
  const module = JSON.stringify(join(import.meta.dirname, 'session-context.ts'))
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { inSession, surviveDefects } = await import(${module})
       const lines = []
       const note = (event, fields) => lines.push([event, fields.session, fields.error])
       surviveDefects({ info: note, warn: note })
       inSession('org_a', () => setTimeout(() => { throw new Error('thrown') }, 1))
       inSession('org_b', async () => { await null; throw new Error('rejected') })
       setTimeout(() => process.stdout.write(JSON.stringify(lines.sort())), 50)`,
    ],
    { encoding: 'utf8' },
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    ['uncaught exception', 'org_a', 'Error: thrown'],
    ['unhandled rejection', 'org_b', 'Error: rejected'],
  ])
})
