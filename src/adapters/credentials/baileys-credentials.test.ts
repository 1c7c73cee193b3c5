import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuthenticationCreds, initAuthCreds } from '@whiskeysockets/baileys'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthStore, openAuthStore } from '../store/auth-store.ts'
import { CREDS, encode } from './baileys-codec.ts'
import { readCredentials } from './baileys-credentials.ts'
import { TestVault } from '../test-support/test-vault.ts'

let folder: string
let store: AuthStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-credentials-'))
  const place = { organizationId: 'shop', generation: 1, linked: false }
  const opened = await openAuthStore(join(folder, 'g1'), place, new TestVault())
  if (!opened.ok) throw new Error(opened.cause.code)
  store = opened.store
})

afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true })
})

/** A link with five pre-keys, of which the last two are not yet published. */
function linked(changes: Partial<AuthenticationCreds> = {}): AuthenticationCreds {
  const creds = {
    ...initAuthCreds(),
    me: { id: '573007915262:3@s.whatsapp.net' },
    account: { details: Buffer.alloc(8), accountSignatureKey: Buffer.alloc(32) },
    nextPreKeyId: 6,
    firstUnuploadedPreKeyId: 4,
    ...changes,
  }
  store.commit([
    { ...CREDS, value: encode(creds) },
    ...[1, 2, 3, 4, 5].map((id) => ({ type: 'pre-key', id: String(id), value: encode({ id }) })),
  ])
  return creds
}

function lose(...ids: readonly number[]): void {
  store.commit(ids.map((id) => ({ type: 'pre-key', id: String(id), value: null })))
}

const note = (count: number) => [{ code: 'pre-keys-missing', severity: 'note', count }]

describe('the inspection of pre-keys', () => {
  it.each([
    ['nothing where all that are to be published are there', [1, 2, 3], {}, []],
    ['those to be published that are not', [4], {}, note(1)],
    ['all of them', [4, 5], {}, note(2)],
    ['the newest, where all were published', [5], { firstUnuploadedPreKeyId: 6 }, note(1)],
    ['nothing where older ones were used', [1, 4], { firstUnuploadedPreKeyId: 6 }, []],
  ] as const)('names %s', (_what, lost, changes, findings) => {
    linked(changes)
    lose(...lost)
    expect(readCredentials(store, true)).toMatchObject({ kind: 'linked', findings })
  })

  it('calls it damage where none is left', () => {
    linked()
    lose(1, 2, 3, 4, 5)
    expect(readCredentials(store, true)).toMatchObject({
      kind: 'damaged',
      findings: [{ code: 'pre-keys-missing', severity: 'damage' }],
    })
  })

  it('does not count to where damaged credentials say', () => {
    linked({ nextPreKeyId: 2 ** 52 })
    expect(readCredentials(store, true)).toMatchObject({ kind: 'linked', findings: note(1_001) })
  })
})

it('everything that is wrong with the keys is said', () => {
  const { noiseKey, signedIdentityKey } = initAuthCreds()
  linked({
    noiseKey: { ...noiseKey, public: signedIdentityKey.public },
    signedIdentityKey: { ...signedIdentityKey, public: noiseKey.public },
  })
  expect(readCredentials(store, true)).toMatchObject({
    kind: 'damaged',
    findings: [
      { code: 'keys-mismatched', severity: 'damage', count: 2 },
      { code: 'signature-invalid', severity: 'damage', count: 1 },
    ],
  })
})
