import { proto, type BinaryNode } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { startClient, until } from '../test-support/client.ts'
import { refusal } from '../test-support/companion.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import {
  scanForPasskey,
  showPasskey,
  typeForPasskey,
  type PasskeyScene,
} from '../test-support/passkey-scene.ts'
import { child, childBytes } from '../wire/stanza.ts'

const NUMBER = '573007915262'
const HANDOFF_MS = 300_000
const simulator = freshSimulator()

const scanned = (): Promise<PasskeyScene> => scanForPasskey(simulator(), NUMBER)
const typed = (): Promise<PasskeyScene> => typeForPasskey(simulator(), NUMBER)

async function expectOpen({ client, phone, ended }: PasskeyScene): Promise<void> {
  expect(await ended).toBe('linked')
  expect(await client.closed()).toBe(515)
  await startClient(simulator().url, client.auth).open()
  expect(phone.linkedDevices()).toHaveLength(1)
  expect(simulator().errors).toEqual([])
}

/** How long the phone's key and nonce are. */
function lengths(notified: BinaryNode): string {
  if (!child(notified, 'primary_ephemeral_identity')) return 'none'
  try {
    const { publicKey, nonce } = proto.PrimaryEphemeralIdentity.decode(
      childBytes(notified, 'primary_ephemeral_identity'),
    )
    return `${publicKey?.length} and ${nonce?.length} bytes`
  } catch {
    return 'unreadable'
  }
}

describe('a link confirmed with a passkey', () => {
  it('by QR goes on by itself where the client proves that it was scanned', async () => {
    const scene = await scanned()
    const { companion, phone } = scene
    await companion.asked()
    expect(JSON.parse(companion.options)).toMatchObject({
      rpId: 'whatsapp.com',
      timeout: 600_000,
      allowCredentials: [],
      userVerification: 'required',
    })
    await showPasskey(scene)
    await companion.sendNonce()
    expect(phone.ceremony()).toMatchObject({
      waitsFor: 'pairing-request',
      proven: true,
      code: companion.code(),
    })
    expect(() => phone.confirmCode()).toThrow('no code')
    await companion.finish()
    await expectOpen(scene)
    expect(phone.ceremony()).toMatchObject({
      waitsFor: 'nothing',
      told: [
        { type: 'passkey_prologue_request', acks: 1 },
        { type: 'crsc_continuation', acks: 1 },
      ],
    })
  })

  it('by QR waits for the owner to compare the code where there is no proof', async () => {
    const scene = await scanned()
    const { companion, phone } = scene
    await companion.asked()
    expect(() => phone.confirmCode()).toThrow('no code')
    await showPasskey(scene, null)
    await companion.sendNonce()
    expect(phone.ceremony()).toMatchObject({ proven: false, code: companion.code() })
    await companion.finish()
    expect(phone.ceremony()?.waitsFor).toBe('owner')
    expect(phone.linkedDevices()).toEqual([])
    phone.confirmCode()
    await expectOpen(scene)
  })

  it('takes the owner’s word before the client’s', async () => {
    const scene = await scanned()
    await scene.companion.asked()
    await showPasskey(scene, null)
    await scene.companion.sendNonce()
    scene.phone.confirmCode()
    await scene.companion.finish()
    await expectOpen(scene)
  })

  it('needs nobody where the phone is told to find every code the same', async () => {
    const scene = await scanned()
    scene.phone.passkeyRules.comparison = 'at-once'
    await scene.companion.asked()
    await showPasskey(scene, null)
    await scene.companion.sendNonce()
    await scene.companion.finish()
    await expectOpen(scene)
  })

  it('by code proves the secret that was agreed on', async () => {
    const scene = await typed()
    // Baileys takes the agreed secret before it has finished, and WhatsApp asks after that.
    await scene.companion.asked()
    await showPasskey(scene)
    await scene.companion.sendNonce()
    expect(scene.phone.ceremony()?.proven).toBe(true)
    await scene.companion.finish()
    await expectOpen(scene)
  })

  it('by code without a key has nothing to prove', async () => {
    simulator().phone(NUMBER).passkeyRules.byCode = 'without-key'
    const scene = await typed()
    await scene.companion.asked()
    await showPasskey(scene)
    await scene.companion.sendNonce()
    expect(scene.phone.ceremony()).toMatchObject({ proven: false, code: scene.companion.code() })
    await scene.companion.finish()
    scene.phone.confirmCode()
    await expectOpen(scene)
  })

  it.each([
    ['text', { options: 'text', ref: 'text', from: 's.whatsapp.net' }],
    ['options that name the keys', { namesKeys: true }],
    ['the server called with an @', { from: '@s.whatsapp.net' }],
  ] as const)('is the same with %s', async (_name, rules) => {
    Object.assign(simulator().phone(NUMBER).passkeyRules, rules)
    const scene = await scanned()
    await scene.companion.asked()
    const heard = await scene.companion.heard('passkey_prologue_request')
    const [options] = Array.isArray(heard.content) ? heard.content : []
    expect(typeof options?.content === 'string').toBe('options' in rules)
    expect(heard.attrs['from']).toBe('from' in rules ? rules.from : '@s.whatsapp.net')
    await showPasskey(scene)
    await scene.companion.sendNonce()
    await scene.companion.finish()
    await expectOpen(scene)
  })

  it.each(['none', 'garbage'] as const)(
    'lets a client ask for the options where it was sent %s',
    async (options) => {
      simulator().phone(NUMBER).passkeyRules.options = options
      const scene = await scanned()
      await scene.companion.asked()
      await scene.companion.fetchOptions()
      await showPasskey(scene)
      await scene.companion.sendNonce()
      await scene.companion.finish()
      await expectOpen(scene)
    },
  )

  it('is asked for as often as one likes', async () => {
    simulator().phone(NUMBER).passkeyRules.requests = 2
    const scene = await scanned()
    await scene.companion.asked()
    await scene.companion.acknowledge(await scene.companion.heard('passkey_prologue_request', 2))
    await showPasskey(scene)
    await scene.companion.sendNonce()
    await scene.companion.finish()
    await expectOpen(scene)
  })

  it('is tried again with fresh options, a new reference and another key of the phone', async () => {
    const scene = await scanned()
    const { companion, phone } = scene
    phone.atPasskeyStep('pairing-request', { kind: 'refuse', code: 500 })
    await companion.asked()
    await showPasskey(scene)
    await companion.sendNonce()
    const code = companion.code()
    expect(await refusal(companion.finish())).toBe(500)
    await companion.fetchOptions()
    await showPasskey(scene, undefined, 2)
    await companion.sendNonce()
    expect(companion.code()).not.toBe(code)
    await companion.finish()
    await expectOpen(scene)
  })

  it('takes any of the account’s passkeys', async () => {
    const scene = await scanned()
    const { phone, companion } = scene
    const second = phone.addPasskey()
    expect(second.credentialId).not.toBe(phone.passkey().credentialId)
    await companion.asked()
    const options: unknown = JSON.parse(companion.options)
    const allowCredentials = [{ type: 'public-key', id: second.credentialId }]
    const assertion = phone.signPasskey(JSON.stringify({ ...Object(options), allowCredentials }))
    expect(assertion.rawId).toBe(second.credentialId)
    await companion.fetchRef()
    await companion.prologue(assertion)
    await companion.continued()
    await companion.sendNonce()
    await companion.finish()
    await expectOpen(scene)
  })
})

describe('a confirmation that comes to nothing', () => {
  it('is told apart by its end: the client has closed', async () => {
    const { client, companion, ended, phone } = await scanned()
    await companion.heard('passkey_prologue_request')
    client.close()
    expect(await ended).toBe('the client closed the connection before it had confirmed with a passkey')
    expect(phone.linkedDevices()).toEqual([])
  })

  it('names the last refusal', async () => {
    const { client, companion, ended, phone } = await scanned()
    phone.atPasskeyStep('ref', { kind: 'refuse', code: 503 })
    await companion.asked()
    expect(await refusal(companion.fetchRef())).toBe(503)
    client.close()
    expect(await ended).toContain('(the ref was refused with 503)')
  })

  it('is denied by the owner, who sees another code', async () => {
    const scene = await scanned()
    const { companion, phone, ended } = scene
    phone.passkeyRules.showsAnotherCode = true
    await companion.asked()
    await showPasskey(scene, null)
    await companion.sendNonce()
    expect(phone.ceremony()?.code).toMatch(/^[1-9A-HJ-NP-TV-Z]{4}-[1-9A-HJ-NP-TV-Z]{4}$/)
    expect(phone.ceremony()?.code).not.toBe(companion.code())
    phone.denyCode()
    expect(await ended).toContain('another code')
    expect(await refusal(companion.finish())).toBe(403)
    expect(await refusal(companion.fetchOptions())).toBe(403)
    expect(() => phone.confirmCode()).toThrow('no code')
    expect(phone.linkedDevices()).toEqual([])
  })

  it('hears nothing more from a phone that is silent', async () => {
    const scene = await scanned()
    scene.phone.passkeyRules.phoneSilent = true
    await scene.companion.asked()
    await scene.companion.fetchRef()
    await scene.companion.prologue(scene.phone.signPasskey(scene.companion.options))
    expect(scene.phone.ceremony()?.waitsFor).toBe('nonce')
    expect(await refusal(scene.companion.sendNonce())).toBe(409)
    expect(scene.client.heard.some(({ attrs }) => attrs['type'] === 'crsc_continuation')).toBe(false)
  })

  it.each([
    ['empty', 'none'],
    ['garbage', 'unreadable'],
    ['short-key', '31 and 32 bytes'],
    ['short-nonce', '32 and 31 bytes'],
  ] as const)('meets a phone’s key that is %s', async (continuation, sent) => {
    const scene = await scanned()
    scene.phone.passkeyRules.continuation = continuation
    await scene.companion.asked()
    await scene.companion.fetchRef()
    await scene.companion.prologue(scene.phone.signPasskey(scene.companion.options))
    expect(lengths(await scene.companion.heard('crsc_continuation'))).toBe(sent)
  })

  it('keeps another phone away meanwhile', async () => {
    const { client, companion } = await scanned()
    await companion.asked()
    const again = simulator()
      .phone('573126809496')
      .scan(await client.qr())
    await expect(again).rejects.toThrow('being linked already')
  })

  it('is not begun where the phone has no place', async () => {
    const phone = simulator().phone(NUMBER)
    for (let place = 0; place < 4; place += 1) await phone.scan(await startClient(simulator().url).qr())
    const { ended } = await scanned()
    expect(await ended).toContain('already has 4')
    expect(phone.ceremony()).toBeNull()
  })
})

describe('what is arranged for a step', () => {
  const steps = {
    options: ({ companion }: PasskeyScene) => companion.fetchOptions(),
    ref: ({ companion }: PasskeyScene) => companion.fetchRef(),
    prologue: async ({ companion, phone }: PasskeyScene) => {
      await companion.fetchRef()
      await companion.prologue(phone.signPasskey(companion.options))
    },
    nonce: async (scene: PasskeyScene) => {
      await showPasskey(scene)
      await scene.companion.sendNonce()
    },
    'pairing-request': async (scene: PasskeyScene) => {
      await showPasskey(scene)
      await scene.companion.sendNonce()
      await scene.companion.finish()
    },
  } as const
  const names = Object.keys(steps) as (keyof typeof steps)[]

  it.each(names)('refuses the %s with a code', async (step) => {
    const scene = await scanned()
    scene.phone.atPasskeyStep(step, { kind: 'refuse', code: 418 })
    await scene.companion.asked()
    expect(await refusal(steps[step](scene))).toBe(418)
    // Whatever was given before is worth nothing now.
    await scene.companion.fetchRef()
    expect(await refusal(scene.companion.prologue(scene.phone.signPasskey(scene.companion.options)))).toBe(
      403,
    )
  })

  it.each(names)('cuts the link at the %s', async (step) => {
    const scene = await scanned()
    scene.phone.atPasskeyStep(step, { kind: 'drop' })
    await scene.companion.asked()
    // Baileys passes on what the WebSocket says of its close: a number.
    await expect(steps[step](scene)).rejects.toBe(1006)
    expect(await scene.ended).toContain('passkey')
    expect(scene.phone.linkedDevices()).toEqual([])
  })

  it.each(names)('ends the connection with 515 at the %s', async (step) => {
    const scene = await scanned()
    scene.phone.atPasskeyStep(step, { kind: 'restart' })
    await scene.companion.asked()
    // Baileys leaves a question open when it ends a connection itself, until the question's own time is up.
    const asked = steps[step](scene)
    asked.catch(() => undefined)
    expect(await scene.client.closed()).toBe(515)
    expect(await scene.ended).toContain('passkey')
  })

  it.each(['drop', 'restart'] as const)('%s comes after the request, which is heard', async (kind) => {
    simulator().phone(NUMBER).atPasskeyStep('prologue-request', { kind })
    const scene = await scanned()
    await scene.companion.heard('passkey_prologue_request')
    expect(await scene.client.closed()).toBe(kind === 'drop' ? 428 : 515)
    expect(await scene.ended).toContain('passkey')
  })

  it.each(['drop', 'restart'] as const)('%s comes instead of the phone’s key', async (kind) => {
    const scene = await scanned()
    scene.phone.atPasskeyStep('continuation', { kind })
    await scene.companion.asked()
    await steps.prologue(scene)
    expect(await scene.client.closed()).toBe(kind === 'drop' ? 428 : 515)
    expect(scene.client.heard.some(({ attrs }) => attrs['type'] === 'crsc_continuation')).toBe(false)
  })

  it.each(['prologue-request', 'continuation', ...names] as const)(
    'tells the client at the %s that its secret is retired, and goes on',
    async (step) => {
      simulator().phone(NUMBER).atPasskeyStep(step, { kind: 'refresh' })
      const scene = await scanned()
      await scene.companion.asked()
      if (step === 'options') await scene.companion.fetchOptions()
      await showPasskey(scene)
      await scene.companion.sendNonce()
      await scene.companion.finish()
      const told = await scene.companion.heard('companion_reg_refresh')
      await scene.companion.acknowledge(told)
      expect(await scene.ended).toBe('linked')
    },
  )

  it('is silence, once', async () => {
    const scene = await scanned()
    scene.phone.atPasskeyStep('ref', { kind: 'silence' })
    await scene.companion.asked()
    let answers = 0
    const count = () => (answers += 1)
    scene.companion.fetchRef().then(count, () => undefined)
    await scene.companion.fetchRef().then(count)
    expect(answers).toBe(1)
  })

  it('cannot be a refusal of what nobody asks', () => {
    const phone = simulator().phone(NUMBER)
    expect(() => phone.atPasskeyStep('continuation', { kind: 'refuse', code: 400 })).toThrow('refused')
  })
})

describe('acknowledgements', () => {
  it('that are missing at the end are reported', async () => {
    const scene = await scanned()
    await scene.companion.asked()
    const { phone, companion } = scene
    await companion.fetchRef()
    await companion.prologue(phone.signPasskey(companion.options))
    await companion.continued(1, false)
    expect(phone.ceremony()?.told).toEqual([
      { type: 'passkey_prologue_request', acks: 1 },
      { type: 'crsc_continuation', acks: 0 },
    ])
    await companion.sendNonce()
    await companion.finish()
    expect(await scene.ended).toBe('linked')
    expect(simulator().errors.map(String)).toEqual([
      expect.stringContaining('has not acknowledged crsc_continuation'),
    ])
  })

  it('that come twice are reported at once', async () => {
    const { companion, phone } = await scanned()
    await companion.asked()
    await companion.acknowledge(await companion.heard('passkey_prologue_request'))
    await until(() => simulator().errors.length > 0, 'a report')
    expect(simulator().errors.map(String)).toEqual([expect.stringContaining('more than once')])
    expect(phone.ceremony()?.told).toEqual([{ type: 'passkey_prologue_request', acks: 2 }])
  })
})

describe('time', () => {
  it('makes a proof worth nothing after five minutes', async () => {
    const scene = await scanned()
    await scene.companion.asked()
    simulator().settings.clockSkewMs = HANDOFF_MS + 1
    expect(await refusal(showPasskey(scene))).toBe(410)
    await scene.companion.fetchOptions()
    await showPasskey(scene, null)
    await scene.companion.sendNonce()
    expect(scene.phone.ceremony()?.proven).toBe(false)
  })

  it('makes a challenge worth nothing after its time-out', async () => {
    const scene = await scanned()
    scene.phone.passkeyRules.timeoutMs = 60_000
    await scene.companion.asked()
    simulator().settings.clockSkewMs = 60_001
    expect(await refusal(showPasskey(scene))).toBe(410)
    await scene.companion.fetchOptions()
    await showPasskey(scene)
  })
})
