import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeProfile, removeLeftoverProfiles, removeProfile } from './browser-profile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enlace-profiles-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is an empty folder of its own, which goes with everything in it', async () => {
  const place = join(folder, 'not', 'yet')
  const [one, other] = [await makeProfile(place), await makeProfile(place)]
  expect(one).not.toBe(other)
  expect(readdirSync(one)).toEqual([])
  mkdirSync(join(one, 'Default'))
  writeFileSync(join(one, 'Default', 'History'), 'x')
  await removeProfile(one)
  expect([existsSync(one), existsSync(other)]).toEqual([false, true])
})

it('is removed at the next start where a crash has left it, and nothing else is', async () => {
  const left = await makeProfile(folder)
  writeFileSync(join(left, 'Local State'), '{}')
  await makeProfile(folder)
  mkdirSync(join(folder, 'passkey'))
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  expect(await removeLeftoverProfiles(folder)).toBe(2)
  expect(readdirSync(folder).toSorted()).toEqual(['notes.txt', 'passkey'])
  expect(await removeLeftoverProfiles(folder)).toBe(0)
  expect(await removeLeftoverProfiles(join(folder, 'nowhere'))).toBe(0)
})
