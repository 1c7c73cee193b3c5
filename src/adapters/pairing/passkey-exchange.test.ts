import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PasskeyStep, PasskeyTrouble } from '../../contract/passkey.ts'
import type { SessionView } from '../../contract/session-view.ts'
import { startSimulator, type Simulator } from '../../simulator/server.ts'
import type { Phone } from '../../simulator/phone/phone.ts'
import { Shop } from '../test-support/shop.ts'
import { KeyInHand } from './test-support/key-in-hand.ts'

const NUMBER = '573007915262'

let simulator: Simulator
let shop: Shop
let phone: Phone
let hand: KeyInHand
let id: string
/** What the phone says at last: nothing, or why not. */
let scanned: Promise<string>

beforeEach(async () => {
  simulator = await startSimulator()
  phone = simulator.phone(NUMBER)
  phone.requirePasskey(true)
  hand = new KeyInHand(phone)
  shop = await Shop.open(simulator.url)
  shop.passkeys = hand
  shop.passkeyLimits = { phoneMs: 60_000 }
  await again()
  id = await shop.add('Óptica Océano', 'shop-1')
})

afterEach(async () => {
  await shop.remove()
  await simulator.stop()
})

/** As after a restart: what the next start has is set by then. */
async function again(limits = shop.passkeyLimits): Promise<void> {
  await shop.end()
  shop.passkeyLimits = limits
  await shop.start()
}

function said(answer: Promise<void>): Promise<string> {
  return answer.then(() => 'linked', String)
}

async function shownQr(): Promise<string> {
  const { session } = await shop.until(
    id,
    'a QR',
    (view) => view.session.status === 'scan' && view.session.qr !== null,
  )
  return session.status === 'scan' ? (session.qr?.picture ?? '') : ''
}

/** Until the person is offered to use the key. */
async function scan(): Promise<void> {
  shop.tell(id, 'link')
  scanned = said(phone.scan(await shownQr()))
  await at('offered')
}

async function at(step: PasskeyStep): Promise<SessionView> {
  const { session } = await shop.until(id, step, (view) => stepOf(view.session) === step)
  return session
}

function stepOf(session: SessionView): PasskeyStep | null {
  return session.status === 'linking' ? (session.passkey?.step ?? null) : null
}

/** What the try that is under way comes to. */
async function trouble(): Promise<PasskeyTrouble | null> {
  const found = (session: SessionView) =>
    session.status === 'linking' ? (session.passkey?.trouble ?? null) : null
  const { session } = await shop.until(id, 'trouble', (view) => found(view.session) !== null)
  return found(session)
}

async function held(passkey: string): Promise<void> {
  const { session } = await shop.until(id, 'held', (view) => view.session.status === 'attention')
  expect(session).toMatchObject({
    cause: { code: 'passkey-required', passkey },
    primary: 'link',
    allowed: ['link'],
  })
  await nothingIsLeft()
}

/** No link, no connection, no dialog, and the phone knows of nothing. */
async function nothingIsLeft(): Promise<void> {
  expect(await scanned).not.toBe('linked')
  await expect.poll(() => simulator.connections.live().length).toBe(0)
  expect(hand.open).toBe(0)
  expect(phone.linkedDevices()).toEqual([])
  expect(shop.supervisor.find(id)?.record.linked).toBe(false)
}

/** What was agreed upon now works: the next link, on the same organization, is made with the same key. */
async function linksAfterAll(): Promise<void> {
  hand.instead = null
  if (stepOf(shop.view(id).session) !== 'offered') await scan()
  shop.tell(id, 'use-passkey')
  await shop.untilStatus(id, 'online')
  expect(phone.linkedDevices()).toHaveLength(1)
}

describe('a link that is confirmed with a passkey', () => {
  it('goes from the QR to online, step by step, with one word of the person', async () => {
    const steps: string[] = []
    await scan()
    const watch = shop.until(id, 'online', ({ session }) => {
      const step = stepOf(session) ?? session.status
      if (steps.at(-1) !== step) steps.push(step)
      return session.status === 'online'
    })
    shop.tell(id, 'use-passkey')
    await watch
    expect(await scanned).toBe('linked')
    expect(steps.filter((step) => step !== 'waiting')).toEqual([
      'offered',
      'signing',
      'finishing',
      'linking',
      'online',
    ])
    expect(phone.ceremony()).toMatchObject({
      proven: true,
      told: [
        { type: 'passkey_prologue_request', acks: 1 },
        { type: 'crsc_continuation', acks: 1 },
      ],
    })
    expect(simulator.errors).toEqual([])
    // And it lasts, as every link does.
    await again()
    await shop.untilStatus(id, 'online')
  })

  it('signs what WhatsApp wants signed, the way that was chosen', async () => {
    await scan()
    shop.tell(id, 'use-passkey-otherwise')
    await shop.untilStatus(id, 'online')
    expect(hand.asked).toMatchObject([{ way: 'browser', request: { rpId: 'whatsapp.com' } }])
    // What is left of the time that WhatsApp gave, as the clocks of the ways want it.
    const timeout = hand.asked[0]?.request.timeout ?? 0
    expect(Number.isInteger(timeout)).toBe(true)
    expect(timeout).toBeLessThanOrEqual(600_000)
  })

  it('waits for the person where nothing proves that both belong together any more', async () => {
    await again({ handoffMs: 0 })
    await scan()
    shop.tell(id, 'use-passkey')
    const session = await at('comparing')
    await expect.poll(() => phone.ceremony()?.code).toBeTruthy()
    const code = session.status === 'linking' ? session.passkey?.code : null
    expect(code).toBe(phone.ceremony()?.code)
    expect(code).toMatch(/^[1-9A-HJ-NP-TV-Z]{4}-[1-9A-HJ-NP-TV-Z]{4}$/)
    expect(phone.linkedDevices()).toEqual([])
    shop.tell(id, 'confirm-code')
    phone.confirmCode()
    await shop.untilStatus(id, 'online')
  })

  it('a person who takes too long to compare is not told that the phone said nothing', async () => {
    await again({ handoffMs: 0, phoneMs: 500 })
    await scan()
    shop.tell(id, 'use-passkey')
    expect(await trouble()).toBe('expired')
  })

  it('stops where the phone shows another code', async () => {
    phone.passkeyRules.showsAnotherCode = true
    await again({ handoffMs: 0 })
    await scan()
    shop.tell(id, 'use-passkey')
    const session = await at('comparing')
    await expect.poll(() => phone.ceremony()?.code).toBeTruthy()
    expect(session.status === 'linking' && session.passkey?.code).not.toBe(phone.ceremony()?.code)
    shop.tell(id, 'deny-code')
    await held('codes-differ')
  })

  it.each(['finished', 'without-key'] as const)('by a code that is typed: %s', async (byCode) => {
    phone.passkeyRules.byCode = byCode
    phone.passkeyRules.comparison = 'at-once'
    shop.supervisor.linkByPhone(id, NUMBER)
    const { session } = await shop.until(
      id,
      'a code',
      (view) => view.session.status === 'scan' && view.session.phoneCode !== null,
    )
    const code = session.status === 'scan' ? (session.phoneCode?.code ?? '') : ''
    scanned = said(phone.enterPairingCode(code))
    await at('offered')
    shop.tell(id, 'use-passkey')
    await shop.untilStatus(id, 'online')
    expect(await scanned).toBe('linked')
    expect(phone.ceremony()?.told.map(({ acks }) => acks)).toEqual([1, 1])
  })

  it.each([
    ['as text', { options: 'text', ref: 'text', from: 's.whatsapp.net' }],
    ['not at all', { options: 'none' }],
    ['as something else', { options: 'garbage' }],
    ['with the names of the keys', { namesKeys: true }],
    ['twice', { requests: 2 }],
  ] as const)('takes the options %s', async (_, rules) => {
    Object.assign(phone.passkeyRules, rules)
    await scan()
    shop.tell(id, 'use-passkey')
    await shop.untilStatus(id, 'online')
    expect(phone.ceremony()?.told.every(({ acks }) => acks === 1)).toBe(true)
  })

  it('never signs for another site', async () => {
    phone.passkeyRules.site = 'example.com'
    await scan()
    shop.tell(id, 'use-passkey')
    expect(await trouble()).toBe('not-accepted')
    expect(hand.asked).toEqual([])
  })

  it('writes nothing of it into the log but the way, the time and what went wrong', async () => {
    await again({ handoffMs: 0 })
    await scan()
    shop.tell(id, 'use-passkey')
    const session = await at('comparing')
    shop.tell(id, 'confirm-code')
    phone.confirmCode()
    await shop.untilStatus(id, 'online')
    const { credentialId, userHandle } = phone.passkey()
    const secrets = [credentialId, userHandle, hand.asked[0]?.request.challenge]
    if (session.status === 'linking') secrets.push(session.passkey?.code ?? undefined)
    const log = shop.lines.join('\n')
    for (const secret of secrets) {
      expect(secret).toBeTruthy()
      expect(log).not.toContain(secret)
    }
    expect(log).toContain('"way":"window"')
  })
})

describe('what comes to nothing', () => {
  it.each(['options', 'ref', 'prologue', 'nonce', 'pairing-request'] as const)(
    'is told, and tried again with fresh options: WhatsApp refuses the %s',
    async (step) => {
      phone.passkeyRules.options = step === 'options' ? 'none' : 'bytes'
      phone.atPasskeyStep(step, { kind: 'refuse', code: 500 })
      await scan()
      shop.tell(id, 'use-passkey')
      expect(await trouble()).toBe('not-accepted')
      expect(shop.lines.join('\n')).toMatch(/"code":"?500/)
      await linksAfterAll()
      const challenges = hand.asked.map(({ request }) => request.challenge)
      expect(new Set(challenges).size).toBe(challenges.length)
    },
  )

  it.each(['empty', 'garbage', 'short-key', 'short-nonce'] as const)(
    'is told: the phone answers with what is no answer, %s',
    async (continuation) => {
      phone.passkeyRules.continuation = continuation
      await scan()
      shop.tell(id, 'use-passkey')
      expect(await trouble()).toBe('not-accepted')
      phone.passkeyRules.continuation = 'proper'
      await linksAfterAll()
    },
  )

  it('is told: the phone says nothing', async () => {
    phone.passkeyRules.phoneSilent = true
    await again({ phoneMs: 500 })
    await scan()
    shop.tell(id, 'use-passkey')
    expect(await trouble()).toBe('phone-silent')
  })

  it.each([
    ['refused', 'NotAllowedError'],
    ['expired', 'TimeoutError'],
    ['busy', 'Busy'],
  ] as const)('is told, and can be tried again: %s', async (why, error) => {
    hand.instead = { ok: false, why, error }
    await scan()
    shop.tell(id, 'use-passkey')
    expect(await trouble()).toBe(why)
    expect(shop.lines.join('\n')).toContain(error)
    await linksAfterAll()
  })

  it('ends after the third try, with nothing left', async () => {
    hand.instead = { ok: false, why: 'refused', error: 'NotAllowedError' }
    await scan()
    for (let n = 0; n < 3; n += 1) {
      await at('offered')
      shop.tell(id, 'use-passkey')
      await expect.poll(() => hand.asked.length).toBe(n + 1)
    }
    await held('refused')
    await linksAfterAll()
  })

  it('leaves nothing when it is cancelled in the dialog, and links the next time', async () => {
    hand.instead = 'leaves it open'
    await scan()
    shop.tell(id, 'use-passkey')
    await expect.poll(() => hand.open).toBe(1)
    shop.tell(id, 'cancel-link')
    await shop.untilStatus(id, 'unlinked')
    await nothingIsLeft()
    await linksAfterAll()
  })

  it('a dialog that is open does not outlive the program', async () => {
    hand.instead = 'leaves it open'
    await scan()
    shop.tell(id, 'use-passkey')
    await expect.poll(() => hand.open).toBe(1)
    await shop.end()
    expect(hand.open).toBe(0)
  })
})

const STEPS = ['prologue-request', 'ref', 'prologue', 'continuation', 'nonce', 'pairing-request'] as const

describe('a connection that ends in the middle', () => {
  it.each(STEPS.flatMap((step) => (['drop', 'restart'] as const).map((kind) => [kind, step] as const)))(
    '%s at %s: nothing is linked and nothing is left, and it does not connect again by itself',
    async (kind, step) => {
      hand.instead = step === 'prologue-request' ? 'leaves it open' : null
      phone.atPasskeyStep(step, { kind })
      shop.tell(id, 'link')
      scanned = said(phone.scan(await shownQr()))
      if (step !== 'prologue-request') {
        await at('offered')
        shop.tell(id, 'use-passkey')
      }
      await held('dropped')
      await linksAfterAll()
      expect(simulator.connections.live()).toHaveLength(1)
    },
  )

  it.each(STEPS)('a refresh at %s is acknowledged and changes nothing', async (step) => {
    phone.atPasskeyStep(step, { kind: 'refresh' })
    await scan()
    shop.tell(id, 'use-passkey')
    await shop.untilStatus(id, 'online')
    expect(phone.ceremony()?.told.every(({ acks }) => acks === 1)).toBe(true)
  })
})
