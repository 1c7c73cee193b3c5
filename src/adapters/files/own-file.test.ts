import { execFileSync } from 'node:child_process'
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDatabase } from './database-file.ts'
import { OwnFile } from './own-file.ts'
import { StrangeFile } from './plain-file.ts'

const IS_WINDOWS = process.platform === 'win32'
let folder: string
let path: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enlace-own-'))
  path = join(folder, 'auth.db')
  target = join(folder, 'somebodys')
  await writeFile(target, 'theirs')
})

afterEach(() => rm(folder, { recursive: true }))

const modeOf = async (file: string) => (await lstat(file)).mode & 0o777

describe('a file that is written in place', () => {
  function note(text: string) {
    const file = new OwnFile(path)
    file.write(text)
    file.close()
  }

  it('is made, kept and written, and its owner’s alone', async () => {
    note('one')
    if (!IS_WINDOWS) await chmod(path, 0o666)
    const { ino } = await lstat(path)
    note('2')
    expect(await readFile(path, 'utf8')).toBe('2')
    expect((await lstat(path)).ino).toBe(ino)
    expect(IS_WINDOWS || (await modeOf(path)) === 0o600).toBe(true)
  })

  it.each([
    ['a link', () => symlink(target, path)],
    ['a second name of something', () => link(target, path)],
    ['a link that leads nowhere', () => symlink(join(folder, 'nowhere'), path)],
    ['a folder', () => mkdir(path)],
  ])('is begun anew where %s has its name', async (_what, make) => {
    await make()
    note('ours')
    expect(await readFile(path, 'utf8')).toBe('ours')
    expect((await lstat(path)).isFile()).toBe(true)
    expect(await readFile(target, 'utf8')).toBe('theirs')
    expect((await readdir(folder)).toSorted()).toEqual(['auth.damaged-1.db', 'auth.db', 'somebodys'])
  })
})

describe('a place for SQLite', () => {
  function write() {
    prepareDatabase(path)
    const db = new DatabaseSync(path)
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS a (b); INSERT INTO a VALUES (1)')
    return db
  }
  const rows = (db: DatabaseSync) => db.prepare('SELECT count(*) AS n FROM a').get()?.['n']

  it.skipIf(IS_WINDOWS)('is its owner’s alone, whatever the umask and whatever it was', async () => {
    const umask = process.umask(0)
    try {
      let db = write()
      const files = ['auth.db', 'auth.db-wal', 'auth.db-shm']
      for (const file of files) expect([file, await modeOf(join(folder, file))]).toEqual([file, 0o600])
      db.close()
      await chmod(path, 0o644)
      db = write()
      for (const file of files) expect([file, await modeOf(join(folder, file))]).toEqual([file, 0o600])
      db.close()
    } finally {
      process.umask(umask)
    }
  })

  it('that has a second name is written apart from it', async () => {
    write().close()
    await link(path, join(folder, 'backup'))
    const backup = await readFile(join(folder, 'backup'))
    const db = write()
    expect(rows(db)).toBe(2)
    db.close()
    expect(await readFile(join(folder, 'backup'))).toEqual(backup)
    expect((await lstat(path)).nlink).toBe(1)
  })

  it('whose log has a second name loses nothing of it', async () => {
    const crashed = write()
    await link(`${path}-wal`, join(folder, 'backup'))
    const backup = await readFile(join(folder, 'backup'))
    // As a crash leaves them.
    await writeFile(join(folder, 'copy'), await readFile(path))
    crashed.close()
    await rm(path)
    await writeFile(path, await readFile(join(folder, 'copy')))
    await writeFile(join(folder, 'backup'), backup)
    await link(join(folder, 'backup'), `${path}-wal`)
    const db = write()
    expect(rows(db)).toBe(2)
    db.close()
    expect(await readFile(join(folder, 'backup'))).toEqual(backup)
  })

  it('beside which links lie writes through none of them', async () => {
    for (const tail of ['-wal', '-shm', '-journal']) await symlink(target, path + tail)
    const db = write()
    expect(rows(db)).toBe(1)
    db.close()
    expect(await readFile(target, 'utf8')).toBe('theirs')
  })

  const strange: readonly (readonly [string, () => unknown])[] = [
    ['a link', () => symlink(target, path)],
    ['a link that leads nowhere', () => symlink(join(folder, 'nowhere'), path)],
    ['a folder', () => mkdir(path)],
  ]
  const strangeOnUnix = ['a pipe', () => execFileSync('mkfifo', [path])] as const

  it.each(IS_WINDOWS ? strange : [...strange, strangeOnUnix])(
    'that is %s is refused',
    async (_what, make) => {
      await make()
      const before = await readdir(folder)
      expect(() => prepareDatabase(path)).toThrow(StrangeFile)
      expect(await readdir(folder)).toEqual(before)
      expect(await readFile(target, 'utf8')).toBe('theirs')
    },
  )
})
