import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NETWORK_STEPS, type StepReport } from '../../contract/network.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { testStep } from './connection-test.ts'
import { authority, signedBy } from './test-support/certificates.ts'
import { ProxyServer } from './test-support/proxy-server.ts'
import { TlsFront } from './test-support/tls-front.ts'
import { WayOut } from './way-out.ts'

let simulator: Simulator
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  simulator = await startSimulator()
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await simulator.stop()
})

/** Every step as the panel does them, up to the first that fails. */
async function tested(
  list = 'DIRECT',
  url = simulator.url,
): Promise<readonly (StepReport & { step: string })[]> {
  const way = new WayOut(() => Promise.resolve(list))
  const reports = []
  for (const step of NETWORK_STEPS) {
    const report = { step, ...(await testStep(way, url, step)) }
    reports.push(report)
    if (report.result === 'failed') break
  }
  return reports
}

describe('the test of the way', () => {
  it('finds nothing where all is well, and leaves no session behind', async () => {
    const url = simulator.url.replace('127.0.0.1', 'localhost')
    expect(await tested('DIRECT', url)).toMatchObject([
      { step: 'name', result: 'ok', detail: expect.stringMatching(/^localhost · .*127[.]0[.]0[.]1/) },
      { step: 'address', result: 'ok' },
      { step: 'proxy', result: 'skipped' },
      { step: 'tls', result: 'skipped' },
      { step: 'whatsapp', result: 'ok' },
      { step: 'clock', result: 'ok' },
    ])
    await expect.poll(() => simulator.connections.live()).toEqual([])
  })

  it('names the proxy, and what it answers', async () => {
    const open = await ProxyServer.start()
    const asking = await ProxyServer.start({ signIn: { user: 'a', password: 'b' } })
    closing.push(
      () => open.close(),
      () => asking.close(),
    )
    expect(await tested(open.entry)).toContainEqual({ step: 'proxy', result: 'ok', detail: open.place })
    expect((await tested(asking.entry)).at(-1)).toEqual({
      step: 'proxy',
      result: 'failed',
      trouble: 'proxy-sign-in',
      detail: `${asking.place} · 407`,
    })
  })

  it('names who has signed the certificate', async () => {
    const front = await TlsFront.before(simulator.url, await signedBy(await authority('Antivirus de Prueba')))
    closing.push(() => front.close())
    expect((await tested('DIRECT', front.through(simulator.url))).at(-1)).toMatchObject({
      step: 'tls',
      trouble: 'intercepted',
      detail: 'Antivirus de Prueba · UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    })
  })

  it('says where a page answers instead', async () => {
    simulator.setFault({ kind: 'refuse-upgrade', status: 302, location: 'http://wifi.example/' })
    expect((await tested()).at(-1)).toEqual({
      step: 'whatsapp',
      result: 'failed',
      trouble: 'portal',
      detail: '302',
    })
  })

  it('says where nobody answers', async () => {
    await simulator.pause()
    expect((await tested()).at(-1)).toMatchObject({ step: 'address', trouble: 'no-answer' })
  })

  it('says where a name leads nowhere', async () => {
    expect(await tested('DIRECT', 'wss://no-such-host.invalid/')).toMatchObject([
      { step: 'name', result: 'failed', trouble: 'no-name' },
    ])
  })
})
