import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { dataFolder, Enlace } from './support/enlace.ts'

/**
 * Walks through the main job in practice mode, on the real app, and leaves numbered pictures of it. They are the
 * ones the README shows, so a change of the interface shows there after `npm run demo`.
 */
const PICTURES = resolve(import.meta.dirname, '../docs/pictures')

await rm(PICTURES, { recursive: true, force: true })
await mkdir(PICTURES, { recursive: true })
const folder = await dataFolder()
let taken = 0

async function picture(enlace: Enlace, name: string): Promise<void> {
  taken += 1
  await enlace.page.emulateMedia({ reducedMotion: 'reduce' })
  await enlace.page.evaluate(() => document.fonts.ready)
  const file = `${String(taken).padStart(2, '0')}-${name}.png`
  await enlace.page.screenshot({ path: join(PICTURES, file) })
  process.stdout.write(`docs/pictures/${file}\n`)
}

const practice = { args: ['--practice'] }
try {
  let enlace = await Enlace.launch(folder.path, practice)
  await enlace.page.getByTestId('add-organization').waitFor()
  await picture(enlace, 'empty')

  await enlace.addOrganization('Óptica Océano')
  await enlace.expectStatus('unlinked')
  await picture(enlace, 'unlinked')

  await enlace.page.getByTestId('primary-action').click()
  await enlace.readQr()
  await picture(enlace, 'scan')

  await enlace.page.getByTestId('practice-scan').click()
  await enlace.expectStatus('online')
  await picture(enlace, 'online')

  await enlace.kill()
  enlace = await Enlace.launch(folder.path, practice)
  await enlace.expectStatus('online')
  await picture(enlace, 'online-after-a-crash')

  await enlace.page.getByTestId('practice-fault-outage').click()
  await enlace.expectStatus('reconnecting')
  await picture(enlace, 'reconnecting')
  // It notices by itself; whoever presses “retry” may come too late.
  await enlace.page.getByTestId('practice-heal').click()
  await enlace.expectStatus('online')

  await enlace.page.getByTestId('practice-fault-opened-elsewhere').click()
  await enlace.expectStatus('attention')
  // The list of faults takes the room that the rest is to be seen in.
  await enlace.page.getByTestId('practice-faults').click()
  await picture(enlace, 'attention')

  await enlace.page.getByTestId('clear-session').click()
  await enlace.page.getByTestId('confirm-clear').waitFor()
  await picture(enlace, 'guided-reset')
  await enlace.page.getByTestId('confirm-clear').click()
  await enlace.readQr()
  await picture(enlace, 'cleared')

  await enlace.page.getByTestId('practice-scan').click()
  await enlace.page.getByTestId('reset-done').click()
  await enlace.expectStatus('online')
  await enlace.page.emulateMedia({ colorScheme: 'dark' })
  await picture(enlace, 'online-dark')
  await enlace.close()
} finally {
  await folder.remove()
}
