import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authority, type Certificate, EXPIRED, NOT_YET_VALID, signedBy } from './test-support/certificates.ts'
import { listening, type Listening } from './test-support/listening.ts'
import { ProxyServer, SocksServer } from './test-support/proxy-server.ts'
import { TlsFront } from './test-support/tls-front.ts'
import { routesOf } from './route.ts'
import { troubleIn } from './way-trouble.ts'
import type { SignIn } from './proxy-tunnel.ts'
import { NO_SIGN_INS, WayOut } from './way-out.ts'

/** Nobody listens there. */
const NOBODY = 'PROXY 127.0.0.1:1'

let page: Listening<Server>
let url: string
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  page = await listening(createServer((_request, answer) => answer.end('here')))
  url = `http://127.0.0.1:${page.port}/`
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await page.close()
})

async function proxy(rules = {}): Promise<ProxyServer> {
  const started = await ProxyServer.start(rules)
  closing.push(() => started.close())
  return started
}

/** What is fetched through a list of ways, or what stood in it. */
async function fetched(list: string, address = url, signIn: SignIn | null = null): Promise<unknown> {
  const way = new WayOut(() => Promise.resolve(list), { ...NO_SIGN_INS, of: () => Promise.resolve(signIn) })
  try {
    return await (await fetch(address, way.fetchOptions)).text()
  } catch (error) {
    return troubleIn(error) ?? 'no connection'
  }
}

describe('the list of ways', () => {
  it('is read as PAC scripts write it', () => {
    expect(routesOf('PROXY a.test:3128; SOCKS5 [fd00::1]:1080;HTTPS b.test ; DIRECT')).toEqual([
      { kind: 'http', host: 'a.test', port: 3128 },
      { kind: 'socks5', host: 'fd00::1', port: 1080 },
      { kind: 'https', host: 'b.test', port: 443 },
      { kind: 'direct' },
    ])
  })

  it('is the direct way where nothing in it can be understood', () => {
    for (const list of ['', ';', 'QUIC a.test:1', 'PROXY', 'PROXY :::']) {
      expect(routesOf(list)).toEqual([{ kind: 'direct' }])
    }
  })
})

describe('a proxy', () => {
  it('is gone through', async () => {
    const started = await proxy()
    expect(await fetched(started.entry)).toBe('here')
    expect(started.asked).toEqual([{ target: `127.0.0.1:${page.port}`, status: 200, told: null }])
  })

  it('of the SOCKS kind is gone through', async () => {
    const socks = await SocksServer.start()
    closing.push(() => socks.close())
    expect(await fetched(socks.entry)).toBe('here')
    expect(socks.connections).toBe(1)
  })

  it('of the SOCKS kind that asks who comes is told, and refuses whom it does not know', async () => {
    const signIn = { user: 'tienda', password: 'secreta-1' }
    const socks = await SocksServer.start({ signIn })
    closing.push(() => socks.close())
    const refused = { how: 'proxy', status: 407, proxy: socks.entry.split(' ')[1] }
    expect(await fetched(socks.entry)).toEqual(refused)
    expect(await fetched(socks.entry, url, { ...signIn, password: 'otra' })).toEqual(refused)
    expect(socks.connections).toBe(0)
    expect(await fetched(socks.entry, url, signIn)).toBe('here')
    expect(socks.connections).toBe(1)
  })

  it('that cannot be reached is passed over for the next way', async () => {
    const second = await proxy()
    expect(await fetched(`${NOBODY}; ${second.entry}`)).toBe('here')
    expect(await fetched(`${NOBODY}; DIRECT`)).toBe('here')
    expect(second.asked).toHaveLength(1)
  })

  it('is asked for anew with each connection', async () => {
    const started = await proxy()
    let list = 'DIRECT'
    const way = new WayOut(() => Promise.resolve(list))
    const open = async () => (await way.open(new URL(url))).destroy()
    await open()
    list = started.entry
    await open()
    expect(started.asked).toHaveLength(1)
  })

  it.each([407, 403, 502])('that answers %i is told apart from the server', async (status) => {
    const started = await proxy({ refuse: status })
    expect(await fetched(started.entry)).toEqual({ how: 'proxy', status, proxy: started.place })
    // What refuses says more than what cannot be reached.
    expect(await fetched(`${started.entry}; ${NOBODY}`)).toMatchObject({ how: 'proxy', status })
  })

  it('that is not there is no refusal', async () => {
    expect(await fetched(NOBODY)).toEqual({ how: 'proxy', status: null, proxy: '127.0.0.1:1' })
  })
})

describe('a certificate', () => {
  let ca: Certificate

  beforeAll(async () => {
    ca = await authority('Antivirus de Prueba')
  })

  async function front(certificate: Certificate): Promise<TlsFront> {
    const started = await TlsFront.before(url, certificate)
    closing.push(() => started.close())
    return started
  }

  it.each([
    ['of somebody whom nobody knows', {}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['that has expired', EXPIRED, 'CERT_HAS_EXPIRED'],
    ['that is not valid yet', NOT_YET_VALID, 'CERT_NOT_YET_VALID'],
  ])('%s is refused, and told with its issuer', async (_what, validity, code) => {
    const { port } = await front(await signedBy(ca, validity))
    const trouble = { how: 'tls', code, issuer: 'Antivirus de Prueba' }
    expect(await fetched('DIRECT', `https://127.0.0.1:${port}/`)).toEqual(trouble)
    const started = await proxy()
    expect(await fetched(started.entry, `https://127.0.0.1:${port}/`)).toEqual(trouble)
  })

  it('is not there at all where somebody answers in plain words', async () => {
    expect(await fetched('DIRECT', `https://127.0.0.1:${page.port}/`)).toMatchObject({
      how: 'tls',
      issuer: null,
    })
  })

  /** Whose certificate is accepted by a program on a computer that trusts the authority. */
  async function acceptedWhereTrusted(address: string, ways: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'enlace-authority-'))
    closing.push(() => rm(folder, { recursive: true }))
    const file = join(folder, 'authorities.pem')
    await writeFile(file, ca.cert)
    // What a system trusts is read once, when a program first asks: this needs a program of its own.
    const program = join(import.meta.dirname, 'test-support/trust-process.ts')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', program, address, ways],
      { env: { ...process.env, SSL_CERT_FILE: file } },
    )
    return stdout
  }

  it('of an authority that the system’s owner has added is trusted', async () => {
    const { port } = await front(await signedBy(ca))
    expect(await acceptedWhereTrusted(`wss://127.0.0.1:${port}/`, 'DIRECT')).toBe('Antivirus de Prueba')
  })

  it('is asked of an encrypted proxy, and of the server behind it', async () => {
    const { port } = await front(await signedBy(ca))
    const started = await proxy()
    const door = await TlsFront.before(`http://${started.place}`, await signedBy(ca))
    closing.push(() => door.close())
    const address = `wss://127.0.0.1:${port}/`
    const ways = `HTTPS 127.0.0.1:${door.port}`
    expect(await acceptedWhereTrusted(address, ways)).toBe('Antivirus de Prueba')
    expect(started.asked).toEqual([{ target: `127.0.0.1:${port}`, status: 200, told: null }])
    // Where the authority is not known, it is the proxy's certificate that is told, and nobody is asked to connect.
    expect(await fetched(ways, `https://127.0.0.1:${port}/`)).toMatchObject({ how: 'tls' })
    expect(started.asked).toHaveLength(1)
  })
})
