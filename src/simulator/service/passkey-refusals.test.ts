import { randomBytes } from 'node:crypto'
import { Curve, proto } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { startClient } from '../test-support/client.ts'
import { Companion, refusal, type Lies } from '../test-support/companion.ts'
import { forgedAssertion, type Forgery } from '../test-support/forged-assertion.ts'
import { freshSimulator } from '../test-support/fresh-simulator.ts'
import { scanForPasskey, showPasskey, type PasskeyScene } from '../test-support/passkey-scene.ts'

const NUMBER = '573007915262'
const STRANGER = '573126809496'
const simulator = freshSimulator()

async function asked(): Promise<PasskeyScene> {
  const scene = await scanForPasskey(simulator(), NUMBER)
  await scene.companion.asked()
  return scene
}

async function withRef(): Promise<PasskeyScene> {
  const scene = await asked()
  await scene.companion.fetchRef()
  return scene
}

function reported(): string {
  return simulator().errors.map(String).join('\n')
}

describe('an assertion', () => {
  it('made by hand is taken when it is right', async () => {
    const { companion, phone } = await withRef()
    await companion.prologue(forgedAssertion(phone.passkey(), companion.options))
    await companion.continued()
    expect(simulator().errors).toEqual([])
  })

  it.each<[string, Forgery]>([
    ['the kind', { client: { type: 'webauthn.create' } }],
    ['the origin', { client: { origin: 'https://web.whatsapp.com.example' } }],
    ['from within another site', { client: { crossOrigin: true } }],
    ['for another site', { site: 'web.whatsapp.com' }],
    ['nobody was present', { flags: 0x04 }],
    ['nobody was verified', { flags: 0x01 }],
  ])('is refused for: %s', async (why, forgery) => {
    const { companion, phone } = await withRef()
    const assertion = forgedAssertion(phone.passkey(), companion.options, forgery)
    expect(await refusal(companion.prologue(assertion))).toBe(401)
    expect(reported()).toContain(why)
  })

  it('is refused when another key has signed it', async () => {
    const { companion, phone } = await withRef()
    const forged = forgedAssertion(phone.passkey(), companion.options, { signedBy: phone.addPasskey() })
    expect(await refusal(companion.prologue(forged))).toBe(401)
    expect(reported()).toContain('signature')
  })

  it('is refused for a challenge of somebody else, and for one that was used', async () => {
    const { companion, phone } = await withRef()
    const mine = companion.options
    const foreign = JSON.stringify({ challenge: randomBytes(32).toString('base64url') })
    expect(await refusal(companion.prologue(forgedAssertion(phone.passkey(), foreign)))).toBe(403)
    await companion.fetchOptions()
    await showPasskey({ phone, companion, client: companion.client, ended: Promise.resolve('') })
    await companion.fetchRef()
    expect(await refusal(companion.prologue(phone.signPasskey(companion.options)))).toBe(403)
    expect(await refusal(companion.prologue(phone.signPasskey(mine)))).toBe(403)
  })

  it('is refused for a passkey of another account', async () => {
    const { companion } = await withRef()
    const assertion = simulator().phone(STRANGER).signPasskey(companion.options)
    expect(await refusal(companion.prologue(assertion))).toBe(404)
    expect(reported()).toContain('no such passkey')
  })

  it('is refused when its user, or the credential beside it, is another', async () => {
    const { companion, phone } = await withRef()
    const assertion = phone.signPasskey(companion.options)
    const credentialId = randomBytes(32)
    expect(await refusal(companion.prologue(assertion, { credentialId }))).toBe(404)
    const userHandle = randomBytes(16).toString('base64url')
    const other = { ...assertion, response: { ...assertion.response, userHandle } }
    expect(await refusal(companion.prologue(other))).toBe(404)
    expect(await refusal(companion.prologue({ ...assertion, id: 'AAAA' }))).toBe(404)
  })

  it('may come without its user', async () => {
    const { companion, phone } = await withRef()
    const assertion = phone.signPasskey(companion.options)
    await companion.prologue({ ...assertion, response: { ...assertion.response, userHandle: null } })
    await companion.continued()
    expect(simulator().errors).toEqual([])
  })

  it('is refused in any other shape than the one WhatsApp’s own page sends', async () => {
    const { companion, phone } = await withRef()
    const assertion = phone.signPasskey(companion.options)
    const shapes = [
      { ...assertion, clientExtensionResults: {} },
      { ...assertion, authenticatorAttachment: 'platform' },
      { ...assertion, response: { ...assertion.response, signature: `${assertion.response.signature}=` } },
      { rawId: assertion.rawId },
    ]
    for (const shape of shapes) expect(await refusal(companion.prologue(shape))).toBe(400)
  })

  it('counts up, unless it does not count', async () => {
    const { companion, phone } = await withRef()
    const codes: unknown[] = []
    for (const count of [0, 5, 5, 4, 6, 0]) {
      await companion.fetchOptions()
      await companion.fetchRef()
      const shown = companion.prologue(forgedAssertion(phone.passkey(), companion.options, { count }))
      codes.push(
        await shown.then(
          () => 'taken',
          () => refusal(shown),
        ),
      )
    }
    expect(codes).toEqual(['taken', 'taken', 401, 401, 'taken', 'taken'])
  })
})

describe('a prologue', () => {
  it.each<[string, number, Lies]>([
    ['a reference of its own', 408, { ref: '2@own' }],
    ['another kind of device', 406, { deviceType: proto.DeviceProps.PlatformType.FIREFOX }],
    ['a short commitment', 400, { commitment: randomBytes(31) }],
    ['a short key', 400, { publicKey: randomBytes(31) }],
    ['bytes that mean nothing', 400, { payload: Buffer.alloc(40, 0xff) }],
    ['a proof of nothing', 401, { proof: randomBytes(32) }],
    ['a short proof', 401, { proof: randomBytes(31) }],
  ])('is refused for %s', async (_name, code, lies) => {
    const { companion, phone } = await withRef()
    expect(await refusal(companion.prologue(phone.signPasskey(companion.options), lies))).toBe(code)
    expect(phone.ceremony()?.waitsFor).toBe('prologue')
  })

  it('is refused with the code one likes', async () => {
    const { companion, phone } = await withRef()
    phone.passkeyRules.codes.proof = 499
    const lies = { proof: randomBytes(32) }
    expect(await refusal(companion.prologue(phone.signPasskey(companion.options), lies))).toBe(499)
  })

  it('is refused for a reference that is not the newest, that was used, or without one', async () => {
    const { companion, phone } = await asked()
    const show = (ref?: string): Promise<void> =>
      companion.prologue(phone.signPasskey(companion.options), ref === undefined ? {} : { ref })
    expect(await refusal(show(''))).toBe(408)
    await companion.fetchOptions()
    const first = await companion.fetchRef()
    await companion.fetchRef()
    expect(await refusal(show(first))).toBe(408)
    await companion.fetchOptions()
    await companion.fetchRef()
    await show()
    await companion.fetchOptions()
    expect(await refusal(show())).toBe(408)
  })
})

describe('what follows', () => {
  it('is refused out of turn', async () => {
    const scene = await asked()
    expect(await refusal(scene.companion.sendNonce())).toBe(409)
    await scene.companion.fetchOptions()
    await showPasskey(scene)
    expect(await refusal(scene.companion.finish())).toBe(409)
  })

  it('is refused for a nonce that does not open the commitment', async () => {
    for (const nonce of [randomBytes(32), randomBytes(31)]) {
      const scene = await asked()
      await showPasskey(scene)
      expect(await refusal(scene.companion.sendNonce(nonce))).toBe(403)
      expect(scene.phone.ceremony()?.code).toBeNull()
    }
  })

  it.each([
    ['the wrong key', 'decrypt', () => ({ salt: 'Companion Pairing 2 with ref x' })],
    ['another Noise key', 'Noise', () => ({ noise: Curve.generateKeyPair().public })],
    ['another identity', 'identity', () => ({ identity: Curve.generateKeyPair().public })],
    ['a short secret', '32 bytes', () => ({ secret: randomBytes(31) })],
  ] as const)('is refused for a request with %s', async (_name, why, replaced) => {
    const scene = await asked()
    await showPasskey(scene)
    await scene.companion.sendNonce()
    expect(await refusal(scene.companion.finish(replaced()))).toBe(403)
    expect(reported()).toContain(why)
    expect(scene.phone.linkedDevices()).toEqual([])
  })

  it('is refused for the secret that was scanned', async () => {
    const phone = simulator().phone(NUMBER)
    phone.requirePasskey(true)
    const client = startClient(simulator().url)
    const qr = await client.qr()
    const secret = Buffer.from(qr.split(',')[3] ?? '', 'base64')
    const companion = new Companion(client, 'qr')
    const ended = phone.scan(qr).catch(String)
    await companion.asked()
    await showPasskey({ phone, client, companion, ended: Promise.resolve('') })
    await companion.sendNonce()
    expect(await refusal(companion.finish({ secret }))).toBe(403)
    expect(reported()).toContain('still the old one')
    client.close()
    expect(await ended).toContain('still the old one')
  })

  it('fails to link a client that keeps another secret than it has sent', async () => {
    const scene = await asked()
    await showPasskey(scene)
    await scene.companion.sendNonce()
    await scene.companion.finish({ secret: randomBytes(32) })
    expect(await scene.ended).toContain('instead of confirming')
    expect(await scene.client.closed()).toBe(500)
  })
})

describe('an account that asks for no passkey', () => {
  it('answers nothing of it', async () => {
    const client = startClient(simulator().url)
    await client.qr()
    const companion = new Companion(client, 'qr')
    expect(await refusal(companion.fetchOptions())).toBe(404)
    expect(await refusal(companion.fetchRef())).toBe(404)
  })
})
