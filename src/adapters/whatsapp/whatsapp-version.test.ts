import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type KnownVersion, type WebVersion, WhatsAppVersion } from './whatsapp-version.ts'

const BUNDLED: WebVersion = [2, 3000, 1_000_000_000]
/** What an Enlace before this one came with. */
const TOO_OLD: KnownVersion = { version: [2, 3000, 999_999_999], source: 'bundled' }

let folder: string
let page: Server
let url: string
/** What the page names as the present revision; null while it cannot be had. */
let revision: number | null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-version-'))
  revision = 1_000_000_009
  page = createServer((_request, response) => {
    response
      .writeHead(revision === null ? 404 : 200)
      .end(`self.__swData={"client_revision":${String(revision)}}`)
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const address = page.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}/sw.js`
})

afterEach(async () => {
  await new Promise((resolve) => page.close(resolve))
  await rm(folder, { recursive: true })
})

function started(): WhatsAppVersion {
  return new WhatsAppVersion(url, join(folder, 'version.json'), BUNDLED)
}

const live = (build: number) => ({ version: [2, 3000, build], source: 'live' })
const bundled = { version: BUNDLED, source: 'bundled' }

it('a live version that is refused is given up for the last that worked, and that for the bundled one', async () => {
  const before = started()
  await before.worked(await before.current(await before.current()))
  revision = 1_000_000_010

  const versions = started()
  const first = await versions.current(TOO_OLD)
  expect(first).toEqual(live(1_000_000_010))
  const second = await versions.current(first)
  expect(second).toEqual({ version: [2, 3000, 1_000_000_009], source: 'last-good' })
  const third = await versions.current(second)
  expect(third).toEqual(bundled)
  expect(await versions.current()).toEqual(bundled)
  // Where all were refused the newest is still the best guess.
  expect(await versions.current(third)).toEqual(live(1_000_000_010))
})

it('a newer one is taken as soon as the page names it, and one that works again counts again', async () => {
  const versions = started()
  const refused = await versions.current(TOO_OLD)
  expect(refused).toEqual(live(1_000_000_009))
  expect(await versions.current(refused)).toEqual(bundled)
  await versions.worked(refused)
  expect(await versions.current()).toEqual(refused)
  revision = 1_000_000_011
  expect(await versions.current(refused)).toEqual(live(1_000_000_011))
})

it('where the page cannot be had the bundled one is all there is', async () => {
  revision = null
  const versions = started()
  expect(await versions.current()).toEqual(bundled)
  expect(await versions.current(await versions.current())).toEqual(bundled)
})
