import { expect, it } from 'vitest'
import { isBaileysFile, keyFile, keyIn } from './baileys-file-names.ts'

/** As stock Baileys names them. */
const KEYS: readonly (readonly [string, string, string])[] = [
  ['pre-key', '31', 'pre-key-31.json'],
  ['session', '573007915262.0', 'session-573007915262.0.json'],
  ['session', '98765432101234_1.12', 'session-98765432101234_1.12.json'],
  ['identity-key', '573007915262.0', 'identity-key-573007915262.0.json'],
  ['sender-key', '5730-14@g.us::573::0', 'sender-key-5730-14@g.us--573--0.json'],
  ['sender-key-memory', '5730-14@g.us', 'sender-key-memory-5730-14@g.us.json'],
  ['app-state-sync-key', 'AAA/+A==', 'app-state-sync-key-AAA__+A==.json'],
  ['app-state-sync-version', 'critical_unblock_low', 'app-state-sync-version-critical_unblock_low.json'],
  ['lid-mapping', '98765_reverse', 'lid-mapping-98765_reverse.json'],
  ['device-list', '573007915262', 'device-list-573007915262.json'],
  ['tctoken', '__index', 'tctoken-__index.json'],
  ['tctoken', '98765@lid', 'tctoken-98765@lid.json'],
]

it('every key goes to the file that Baileys would write, and comes back from it', () => {
  for (const [type, id, file] of KEYS) {
    expect(keyFile({ type, id })).toBe(file)
    expect(keyIn(file)).toEqual({ type, id })
    expect(isBaileysFile(file), file).toBe(true)
  }
  expect(isBaileysFile('creds.json')).toBe(true)
})

it("what only resembles them is somebody's own", () => {
  const others = [
    'session-notes.json',
    'pre-key-1.json.bak',
    'pre-key-.json',
    'creds.json.bak',
    'creds-old.json',
    'device-list-mine.json',
    'sessions.json',
    'package.json',
    'pre-key-1',
  ]
  for (const name of others) expect(isBaileysFile(name), name).toBe(false)
  expect(() => keyIn('package.json')).toThrow('package.json is no key')
})
