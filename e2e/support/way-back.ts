import type { Locator, Page } from 'playwright'
import { expect } from './patience.ts'
import type { Stage } from './stage.ts'

/** What the way to *Conectado* has cost the person. */
export interface Cost {
  readonly clicks: number
  readonly scans: number
}

/** What the window asks for now. A press names the state it is offered in, so that it is not taken for the next one. */
type Prompt = 'nothing' | 'confirm' | 'scan' | 'connected' | `press in ${string}`

const ENOUGH = 6

/**
 * Does what the window asks for, and nothing else, until the session is connected: presses the primary action, confirms
 * what it asks, scans the QR with the shop's own phone.
 *
 * @param first the button to begin with, where it is not the primary one
 */
export async function followToGreen(stage: Stage, first = 'primary-action'): Promise<Cost> {
  const { page } = stage.enlace
  const cost = { clicks: 0, scans: 0 }
  let answered: Prompt = 'nothing'
  for (let step = 0; step < ENOUGH; step += 1) {
    const prompt = await nextPrompt(page, answered)
    switch (prompt) {
      case 'connected':
        return cost
      case 'scan':
        cost.scans += 1
        await scanOnly(stage)
        break
      case 'confirm':
        cost.clicks += 1
        await press(page, page.getByRole('dialog').getByTestId(/^confirm-/), prompt)
        break
      default:
        cost.clicks += 1
        await press(page, page.getByTestId(step === 0 ? first : 'primary-action'), prompt)
    }
    answered = prompt
  }
  throw new Error(`not connected after ${cost.clicks} clicks and ${cost.scans} scans`)
}

/** Until the phone has nothing more to do: where the account wants its passkey, that is this window's to ask for. */
export async function scanOnly({ phone, enlace }: Stage): Promise<void> {
  const qr = await enlace.readQr()
  const asked = Promise.withResolvers<void>()
  await Promise.race([phone.scan(qr, asked.resolve), asked.promise])
}

/** Presses what is asked for, unless the session has gone on by itself meanwhile and asks no more. */
async function press(page: Page, button: Locator, prompt: Prompt): Promise<void> {
  await expect(async () => {
    if ((await promptOf(page)) === prompt) await button.click({ timeout: 2000 })
  }).toPass()
}

async function nextPrompt(page: Page, answered: Prompt): Promise<Prompt> {
  let prompt: Prompt = 'nothing'
  await expect
    .poll(
      async () => {
        prompt = await promptOf(page)
        return prompt !== 'nothing' && prompt !== answered
      },
      { message: `something else to do than "${answered}"` },
    )
    .toBe(true)
  return prompt
}

/** Read in one go, so that it is never half of one state and half of the next. */
function promptOf(page: Page): Promise<Prompt> {
  return page.evaluate((): Prompt => {
    const shown = (selector: string) => document.querySelector<HTMLElement>(selector)
    const { status = '', cause = '' } = shown('[data-testid="status"]')?.dataset ?? {}
    if (status === 'online') return 'connected'
    if (shown('[role="dialog"] [data-testid^="confirm-"]')) return 'confirm'
    if (shown('[data-testid="qr"]')) return 'scan'
    return shown('[data-testid="primary-action"]') ? `press in ${status} ${cause}` : 'nothing'
  })
}
