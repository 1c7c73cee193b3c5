import { initAuthCreds } from '@whiskeysockets/baileys'
import { expect, it } from 'vitest'
import { accountNames } from './account-names.ts'

const jid = '573007915262:3@s.whatsapp.net'

it('a name of a million characters is as short as others', () => {
  const creds = {
    ...initAuthCreds(),
    me: { id: jid, name: `Óptica\u202e${'x'.repeat(1_000_000)}` },
    platform: 'smba',
  }
  const { accountName, platform } = accountNames(creds)
  expect(accountName).toMatch(/^Óptica x+$/)
  expect(accountName).toHaveLength(100)
  expect(platform).toBe('smba')
})

it('the name of a shop stands for a name that was never told', () => {
  const creds = { ...initAuthCreds(), me: { id: jid, verifiedName: 'Óptica' } }
  expect(accountNames(creds)).toEqual({ accountName: 'Óptica', platform: null })
})
