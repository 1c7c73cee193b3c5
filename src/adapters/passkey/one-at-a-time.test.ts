import { expect, it } from 'vitest'
import type { PasskeyWay } from '../../contract/passkey.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PasskeyRequest } from './passkey-request.ts'
import type { Signed } from './passkeys.ts'
import { aborted, type Way } from './way.ts'

const REQUEST: PasskeyRequest = {
  challenge: 'AAAA',
  timeout: 600_000,
  rpId: 'whatsapp.com',
  allowCredentials: [],
  userVerification: 'required',
}
const REFUSED: Signed = { ok: false, why: 'refused', error: 'NotAllowedError' }
const nobody = () => new AbortController().signal
const having = (...ways: [PasskeyWay, Way][]) => oneAtATime(() => Promise.resolve(new Map(ways)))

/** Waits, as a person makes it wait. */
const patient: Way = (_request, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(aborted(signal)), { once: true }))

it('lets one ceremony be open, and the next when it is over', async () => {
  const person = Promise.withResolvers<Signed>()
  let opened = 0
  const passkeys = having(
    ['browser', () => ((opened += 1), person.promise)],
    ['window', () => Promise.resolve(REFUSED)],
  )
  const first = passkeys.sign('browser', REQUEST, nobody())
  const busy = { ok: false, why: 'busy', error: 'Busy' }
  expect(await passkeys.sign('browser', REQUEST, nobody())).toEqual(busy)
  expect(await passkeys.sign('window', REQUEST, nobody())).toEqual(busy)
  expect(opened).toBe(1)
  person.resolve(REFUSED)
  expect(await first).toEqual(REFUSED)
  expect(await passkeys.sign('window', REQUEST, nobody())).toEqual(REFUSED)
})

it('offers the ways in their order, and has no other', async () => {
  const passkeys = having(['window', patient], ['browser', patient])
  expect(await passkeys.ways()).toEqual(['window', 'browser'])
  expect(await passkeys.sign('practice', REQUEST, nobody())).toEqual({
    ok: false,
    why: 'no-way',
    error: 'NoWay',
  })
})

it('ends with whoever asked for it, also where that was before it began', async () => {
  const passkeys = having(['browser', patient])
  const wish = new AbortController()
  const signing = passkeys.sign('browser', REQUEST, wish.signal)
  wish.abort()
  const ended = { ok: false, why: 'refused', error: 'AbortError' }
  expect(await signing).toEqual(ended)
  expect(await passkeys.sign('browser', REQUEST, wish.signal)).toEqual(ended)
})

it('ends when its time is over', async () => {
  const passkeys = having(['browser', patient])
  // The margin is for those who have a clock of their own.
  expect(await passkeys.sign('browser', { ...REQUEST, timeout: 1 - 10_000 }, nobody())).toEqual({
    ok: false,
    why: 'expired',
    error: 'TimeoutError',
  })
})

it('survives a way that fails, and a computer that cannot be looked at', async () => {
  const failing = having(['browser', () => Promise.reject(new RangeError('full'))])
  const failed = { ok: false, why: 'dropped', error: 'RangeError' }
  expect(await failing.sign('browser', REQUEST, nobody())).toEqual(failed)
  expect(await failing.sign('browser', REQUEST, nobody())).toEqual(failed)
  const blind = oneAtATime(() => Promise.reject(new Error('no access')))
  expect(await blind.ways()).toEqual([])
  expect(await blind.sign('browser', REQUEST, nobody())).toMatchObject({ why: 'no-way' })
})
