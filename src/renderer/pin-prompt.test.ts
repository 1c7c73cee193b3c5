import { describe, expect, it } from 'vitest'
import { failure, ok, type Result } from '../contract/result.ts'
import { answerPin, giveUpPin, usePinPrompt, withPin } from './pin-prompt.ts'

const CLEAR = { name: 'commandSession', sessionCommand: 'clear' } as const

/** Main with the PIN 4071; notes what came. */
function main() {
  const came: (string | undefined)[] = []
  const call = (pin?: string): Promise<Result<null>> => {
    came.push(pin)
    if (pin === undefined) return Promise.resolve(failure('pin-required'))
    return Promise.resolve(pin === '4071' ? ok(null) : failure('pin-wrong', { left: '4' }))
  }
  return { came, call }
}

const prompt = () => usePinPrompt.getState().prompt
const asked = () => prompt()?.asked ?? 0

async function isAsked(times: number): Promise<void> {
  await expect.poll(asked).toBe(times)
}

describe('a command that needs the PIN', () => {
  it('goes on by itself once the PIN is right, after any number of wrong ones', async () => {
    const { came, call } = main()
    const before = asked()
    const outcome = withPin(CLEAR, call)
    await isAsked(before + 1)
    expect(prompt()).toMatchObject({ open: true, subject: CLEAR, refusal: { code: 'pin-required' } })
    answerPin('1234')
    expect(prompt()).toMatchObject({ open: true, checking: true })
    await isAsked(before + 2)
    expect(prompt()).toMatchObject({ checking: false, refusal: { code: 'pin-wrong', params: { left: '4' } } })
    answerPin('4071')
    expect(await outcome).toEqual(ok(null))
    expect(prompt()).toMatchObject({ open: false })
    expect(came).toEqual([undefined, '1234', '4071'])
    expect(JSON.stringify(prompt())).not.toContain('4071')
  })

  it('is not carried out where the person gives up, and only before the PIN is on its way', async () => {
    const { came, call } = main()
    const before = asked()
    const outcome = withPin(CLEAR, call)
    await isAsked(before + 1)
    answerPin('1234')
    giveUpPin()
    expect(prompt()).toMatchObject({ open: true })
    await isAsked(before + 2)
    giveUpPin()
    expect(await outcome).toEqual(failure('pin-required'))
    expect(prompt()).toMatchObject({ open: false })
    expect(came).toEqual([undefined, '1234'])
  })

  it('gives way to the next one', async () => {
    const before = asked()
    const first = withPin(CLEAR, main().call)
    await isAsked(before + 1)
    const second = withPin({ name: 'removeOrganization', sessionCommand: null }, main().call)
    expect(await first).toEqual(failure('pin-required'))
    await isAsked(before + 2)
    answerPin('4071')
    expect(await second).toEqual(ok(null))
  })

  it('shows what else was refused, and asks nothing where no PIN is wanted', async () => {
    const before = asked()
    expect(await withPin(CLEAR, () => Promise.resolve(failure('storage')))).toEqual(failure('storage'))
    expect(asked()).toBe(before)
  })
})
