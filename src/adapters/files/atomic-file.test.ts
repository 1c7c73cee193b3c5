import {
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomically, replaceSync } from './atomic-file.ts'
import { newDraftName } from './draft.ts'
import { sweepFileDrafts } from './leftovers.ts'

let folder: string
let path: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-atomic-'))
  path = join(folder, 'file.json')
  target = join(folder, 'somebodys')
  await writeFile(target, 'theirs')
})

afterEach(() => rm(folder, { recursive: true }))

describe.each([
  ['writeAtomically', writeAtomically],
  ['replaceSync', (file: string, text: string) => Promise.resolve().then(() => replaceSync(file, text))],
])('%s', (_name, write) => {
  it.each([
    ['a link', () => symlink(target, path)],
    ['a second name', () => link(target, path)],
  ])('replaces %s and leaves what it is of', async (_what, make) => {
    await make()
    await write(path, 'ours')
    expect(await readFile(path, 'utf8')).toBe('ours')
    expect((await lstat(path)).isFile()).toBe(true)
    expect(await readFile(target, 'utf8')).toBe('theirs')
  })

  it('sets a folder aside with what is in it', async () => {
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'theirs')
    await write(path, 'ours')
    expect(await readFile(path, 'utf8')).toBe('ours')
    expect(await readFile(join(folder, 'file.damaged-1.json', 'inside'), 'utf8')).toBe('theirs')
  })

  it('writes over nothing that has the name of a draft', async () => {
    await symlink(target, `${path}.new`)
    await write(path, 'ours')
    expect(await readFile(target, 'utf8')).toBe('theirs')
    expect((await lstat(`${path}.new`)).isSymbolicLink()).toBe(true)
  })

  it('leaves no draft, also where it fails', async () => {
    await write(path, 'ours')
    await expect(write(join(folder, 'nowhere', 'file.json'), 'ours')).rejects.toThrow('ENOENT')
    expect((await readdir(folder)).toSorted()).toEqual(['file.json', 'somebodys'])
  })
})

describe('a draft that a crash has left', () => {
  const HOUR_S = 3_600

  it('is deleted when nobody can be at it any more, and nothing else is', async () => {
    const old = newDraftName(path)
    const fresh = newDraftName(path)
    const kept = [
      `${path}.new`,
      `${path}.new-1`,
      `${path}.new-0123456789ABCDEF`,
      newDraftName(join(folder, 'link')),
    ]
    for (const draft of [old, fresh, ...kept.slice(0, 3)]) await writeFile(draft, '{')
    await link(target, newDraftName(path))
    await symlink(target, kept[3] ?? '')
    const then = Date.now() / 1000 - HOUR_S
    for (const draft of [old, ...kept.slice(0, 3)]) await utimes(draft, then, then)
    await utimes(target, then, then)
    const before = await readdir(folder)
    const swept = await sweepFileDrafts(folder)
    expect(swept.map((name) => join(folder, name))).toEqual([old])
    expect(await readdir(folder)).toEqual(before.filter((name) => !swept.includes(name)))
    expect(await sweepFileDrafts(join(folder, 'nowhere'))).toEqual([])
  })
})
