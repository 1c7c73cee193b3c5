import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type AuthenticationCreds,
  Curve,
  initAuthCreds,
  type SignalDataSet,
  useMultiFileAuthState,
} from '@whiskeysockets/baileys'
import { openAuthStore } from '../../src/adapters/store/auth-store.ts'
import { CREDS, encode } from '../../src/adapters/credentials/baileys-codec.ts'
import { readCredentials } from '../../src/adapters/credentials/baileys-credentials.ts'
import { sealedKeys } from '../../src/adapters/whatsapp/baileys-keys.ts'
import { FixedVault } from '../sessions/fixed-vault.ts'

export interface StoreFigures {
  pairingMs: number
  credentialsMs: number
  batchMs: number
  openMs: number
  contentKb: number
  diskKb: number
  files: number
}

const PRE_KEYS = 812
const SAVES = 20
const BLOCK_BYTES = 512

/** What a pairing writes, made once and written by both sides. */
export interface Pairing {
  readonly creds: AuthenticationCreds
  readonly preKeys: SignalDataSet
}

export function makePairing(): Pairing {
  const creds = initAuthCreds()
  const ids = Array.from({ length: PRE_KEYS }, (_, n) => String(n + 1))
  creds.me = { id: '573007915262:1@s.whatsapp.net', lid: '1234567890:1@lid' }
  creds.account = {
    details: randomBytes(16),
    accountSignatureKey: randomBytes(32),
    accountSignature: randomBytes(64),
    deviceSignature: randomBytes(64),
  }
  return { creds, preKeys: { 'pre-key': Object.fromEntries(ids.map((id) => [id, Curve.generateKeyPair()])) } }
}

/** What one received message changes: a session, a sender's key, a device list. */
function batch(n: number): SignalDataSet {
  return {
    session: { '573015550101.0': randomBytes(1_200) },
    'sender-key': { 'group::573015550101::0': randomBytes(600) },
    'device-list': { '573015550101': ['0', String(n)] },
  }
}

/** Enlace: one sealed SQLite database, durable on return. */
export async function measureSealed(parent: string, { creds, preKeys }: Pairing): Promise<StoreFigures> {
  const folder = await mkdtemp(join(parent, 'sealed-'))
  const vault = new FixedVault(randomBytes(32).toString('hex'))
  const request = {
    organizationId: 'shop',
    sessionName: 'org_shop',
    generation: 1,
    linked: false,
    installation: null,
  }
  const opened = await openAuthStore(folder, request, vault)
  if (!opened.ok) throw new Error(opened.cause.code)
  const { store } = opened
  const keys = sealedKeys(store, (write) => write())
  const pairingMs = await timed(1, async () => keys.set(preKeys))
  const credentialsMs = await timed(SAVES, async () => store.commit([{ ...CREDS, value: encode(creds) }]))
  const batchMs = await timed(SAVES, async (n) => keys.set(batch(n)))
  store.close()
  const openMs = await timed(SAVES, async () => {
    const again = await openAuthStore(folder, { ...request, linked: true }, vault)
    if (!again.ok) throw new Error(again.cause.code)
    const { kind } = readCredentials(again.store, true)
    if (kind !== 'linked') throw new Error(`the credentials are ${kind}`)
    again.store.close()
  })
  const size = await sizeOf(folder)
  await rm(folder, { recursive: true })
  return { pairingMs, credentialsMs, batchMs, openMs, ...size }
}

/** Baileys' own store: a file per key, not synced, read without a check. */
export async function measureStock(parent: string, pairing: Pairing): Promise<StoreFigures> {
  const folder = await mkdtemp(join(parent, 'stock-'))
  await mkdir(folder, { recursive: true })
  const { state, saveCreds } = await useMultiFileAuthState(folder)
  Object.assign(state.creds, pairing.creds)
  const pairingMs = await timed(1, async () => state.keys.set(pairing.preKeys))
  const credentialsMs = await timed(SAVES, saveCreds)
  const batchMs = await timed(SAVES, async (n) => state.keys.set(batch(n)))
  const openMs = await timed(SAVES, async () => {
    await useMultiFileAuthState(folder)
  })
  const size = await sizeOf(folder)
  await rm(folder, { recursive: true })
  return { pairingMs, credentialsMs, batchMs, openMs, ...size }
}

/** The mean of `times` calls, in milliseconds. */
async function timed(times: number, work: (n: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  for (let n = 0; n < times; n += 1) await work(n)
  return (performance.now() - start) / times
}

async function sizeOf(folder: string): Promise<{ contentKb: number; diskKb: number; files: number }> {
  let content = 0
  let blocks = 0
  let files = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const found = await stat(join(entry.parentPath, entry.name))
    content += found.size
    blocks += found.blocks
    files += 1
  }
  return { contentKb: content / 1024, diskKb: (blocks * BLOCK_BYTES) / 1024, files }
}
