import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../progress.ts'
import { median } from '../statistics.ts'
import { BLANK, ElectronApp, ENLACE } from './electron.ts'

export interface Paint {
  readonly blankMs: number
  readonly emptyMs: number
  /** With the organizations of the app's own data folder. */
  readonly filledMs: number
}

/** From the start of the process to the first useful paint; before it Enlace's window shows nothing at all. */
export async function measurePaint(
  parent: string,
  filled: string,
  url: string,
  rounds: number,
): Promise<Paint> {
  const found: Record<'blank' | 'empty' | 'filled', number[]> = { blank: [], empty: [], filled: [] }
  const empty = await mkdtemp(join(parent, 'empty-'))
  const blank = await mkdtemp(join(parent, 'blank-'))
  // The first start of each fills the disk's cache and makes the profile: it is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    say(`first paint, round ${round} of ${rounds}`)
    const times = {
      blank: await once(BLANK, blank, url),
      empty: await once(ENLACE, empty, url),
      filled: await once(ENLACE, filled, url),
    }
    if (round === 0) continue
    for (const side of ['blank', 'empty', 'filled'] as const) found[side].push(times[side])
  }
  return { blankMs: median(found.blank), emptyMs: median(found.empty), filledMs: median(found.filled) }
}

async function once(app: string, folder: string, url: string): Promise<number> {
  const running = await ElectronApp.start(app, folder, { ENLACE_WHATSAPP_URL: url })
  const painted = await running.firstPaintMs()
  await running.close()
  return painted
}
