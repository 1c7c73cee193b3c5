import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestVault } from '../test-support/test-vault.ts'
import { ProxySignIns } from './proxy-sign-ins.ts'
import { ProxyServer } from './test-support/proxy-server.ts'
import { WayOut } from './way-out.ts'

const SIGN_IN = { user: 'tienda', password: 'secreta-1' }

let folder: string
let proxy: ProxyServer
let url: URL
const vault = new TestVault()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-proxy-'))
  proxy = await ProxyServer.start({ signIn: SIGN_IN })
  // Its own door will do as a server: nothing but a connection is wanted.
  url = new URL(`ws://${proxy.place}/`)
})

afterEach(async () => {
  await proxy.close()
  await rm(folder, { recursive: true })
})

/** As at the start of the program. */
function started() {
  const signIns = new ProxySignIns(join(folder, 'proxy-sign-in.json'), vault, () => {})
  const way = new WayOut(() => Promise.resolve(proxy.entry), signIns)
  const tried = async () =>
    way.line(url).then(
      (line) => {
        line.destroy()
        return true
      },
      () => false,
    )
  return { signIns, tried }
}

it('is asked for once, kept under the vault, and said at the next start', async () => {
  const { signIns, tried } = started()
  expect(await tried()).toBe(false)
  await expect.poll(() => signIns.waiting).toEqual([{ proxy: proxy.place, refused: false }])
  await signIns.tell(proxy.place, SIGN_IN)
  expect(signIns.waiting).toEqual([])
  expect(await tried()).toBe(true)
  const kept = await readFile(join(folder, 'proxy-sign-in.json'), 'utf8')
  expect(kept).not.toContain(SIGN_IN.user)
  expect(kept).not.toContain(SIGN_IN.password)

  const next = started()
  expect(await next.tried()).toBe(true)
  expect(await next.signIns.userOf(proxy.place)).toBe('tienda')
  expect(proxy.asked.map(({ status }) => status)).toEqual([407, 200, 200])
})

it('that is refused is not said again, so that no account is locked', async () => {
  const { signIns, tried } = started()
  await signIns.tell(proxy.place, { ...SIGN_IN, password: 'equivocada' })
  for (let n = 0; n < 3; n += 1) {
    expect(await tried()).toBe(false)
    await expect.poll(() => signIns.waiting).toEqual([{ proxy: proxy.place, refused: true }])
  }
  expect(proxy.asked.filter(({ told }) => told !== null)).toHaveLength(1)
  await signIns.tell(proxy.place, SIGN_IN)
  expect(await tried()).toBe(true)
})

it('can be forgotten', async () => {
  const { signIns, tried } = started()
  await signIns.tell(proxy.place, SIGN_IN)
  expect(await tried()).toBe(true)
  await signIns.forget(proxy.place)
  expect(await tried()).toBe(false)
  await expect(readFile(join(folder, 'proxy-sign-in.json'))).rejects.toThrow(/ENOENT/)
})

it('waits where the vault is locked, and is asked for', async () => {
  await started().signIns.tell(proxy.place, SIGN_IN)
  vault.locked = true
  try {
    const { signIns, tried } = started()
    expect(await tried()).toBe(false)
    await expect.poll(() => signIns.waiting).toEqual([{ proxy: proxy.place, refused: false }])
  } finally {
    vault.locked = false
  }
})
