import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { silenceConsole } from '../../src/adapters/runtime/quiet-console.ts'
import { isCauseCode, SUPPORT_CODES } from '../../src/contract/cause.ts'
import { canProvoke, provoke } from '../support/causes.ts'
import type { Stage } from '../support/stage.ts'
import { takeGuidePictures } from './guide-pictures.ts'
import { dress, type Look, settle } from './picture.ts'
import { playAll, played } from './played.ts'
import { SCREENS } from './screens.ts'
import { type Entry, viewer } from './viewer.ts'

/**
 * Pictures of the real app in every screen and every cause, with a page to leaf through them. `--guide` takes those of
 * the support guide instead; further words take only what has one of them in its name.
 */
const GALLERY = resolve(import.meta.dirname, '../../gallery')
const AT_ONCE = 2
const SPANISH_LIGHT: Look = { language: 'es', theme: 'light' }
const OTHER_LOOKS: readonly Look[] = [
  { language: 'es', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'pt', theme: 'light' },
]

// The simulator's phones run libsignal in this process.
silenceConsole()
// Times of day look the same wherever the pictures are taken.
process.env['TZ'] = 'America/Bogota'

const { values, positionals } = parseArgs({
  options: { guide: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const wanted = (name: string) => positionals.length === 0 || positionals.some((word) => name.includes(word))
const causes = Object.keys(SUPPORT_CODES).filter(isCauseCode).filter(wanted)

async function takeGallery(): Promise<readonly string[]> {
  await rm(GALLERY, { recursive: true, force: true })
  await mkdir(GALLERY, { recursive: true })
  const entries: Entry[] = []

  const take = async (stage: Stage, kind: Entry['kind'], name: string, looks: readonly Look[]) => {
    const { page } = stage.enlace
    for (const look of looks) {
      const file = `${kind}-${name}-${look.language}-${look.theme}.png`
      if (!(await dress(page, look))) continue
      await settle(page)
      await page.screenshot({ path: join(GALLERY, file) })
      entries.push({ kind, name, file, ...look })
    }
  }

  const failedScreens = await playAll(Object.keys(SCREENS).filter(wanted), AT_ONCE, (name) =>
    played(async (stage) => {
      await SCREENS[name]?.(stage)
      await take(stage, 'screen', name, [SPANISH_LIGHT, ...OTHER_LOOKS])
    }),
  )
  const failedCauses = await playAll(causes.filter(canProvoke), AT_ONCE, (name) =>
    played(async (stage) => {
      if (!isCauseCode(name)) return
      await provoke(stage, name)
      await take(stage, 'cause', `${SUPPORT_CODES[name]}-${name}`, [SPANISH_LIGHT])
    }),
  )

  const order = [
    ...Object.keys(SCREENS),
    ...causes.map((cause) => `${SUPPORT_CODES[cause]}-${cause}`).toSorted(),
  ]
  const sorted = entries.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  await writeFile(join(GALLERY, 'index.html'), await viewer(sorted))
  process.stdout.write(`${sorted.length} pictures: ${join('gallery', 'index.html')}\n`)
  return [...failedScreens, ...failedCauses]
}

const failed = values.guide ? await takeGuidePictures(causes) : await takeGallery()
const missing = causes.filter((cause) => !canProvoke(cause))
if (missing.length > 0) process.stdout.write(`Not on this machine: ${missing.join(', ')}\n`)
if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
