import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { Disk, type DiskOp } from './disk-model.ts'

/**
 * Notes what is done to a folder, step by step, by putting itself between Node and whoever imports it later: this has to
 * be the first import of a test. The product has no hook for it. What SQLite does it does not see.
 */
export interface Recording {
  /** Before the first step. */
  readonly start: Disk
  readonly ops: readonly DiskOp[]
}

interface Watched {
  readonly folder: string
  readonly disk: Disk
  readonly ops: DiskOp[]
}

let watched: Watched | null = null
const handles = new Map<unknown, number>()

/** Records what `work` does to a folder and below it. */
export async function recorded(folder: string, work: () => Promise<unknown>): Promise<Recording> {
  const start = await Disk.of(folder)
  const ops: DiskOp[] = []
  watched = { folder: resolve(folder), disk: start.copy(), ops }
  try {
    await work()
  } finally {
    watched = null
    handles.clear()
  }
  return { start, ops }
}

function done(op: DiskOp): void {
  watched?.disk.apply(op)
  watched?.ops.push(op)
}

/** The way of a path from the watched folder; null where it is not below it. */
function wayOf(path: unknown): readonly string[] | null {
  if (!watched || typeof path !== 'string') return null
  const way = relative(watched.folder, resolve(path))
  if (way === '') return []
  return way.startsWith('..') ? null : way.split(sep)
}

function inodeAt(path: unknown): number | null {
  const way = wayOf(path)
  return way === null ? null : (watched?.disk.find(way) ?? null)
}

const folderOf = (path: string) => inodeAt(dirname(resolve(path)))

function made(path: unknown, isFolder: boolean): number | null {
  if (!watched || typeof path !== 'string' || wayOf(path) === null) return null
  const folder = folderOf(path)
  if (folder === null) throw new Error(`${path} is in no known folder`)
  const inode = isFolder ? watched.disk.newFolder() : watched.disk.newFile()
  done({ what: 'name', folder, name: basename(path), inode, isFolder })
  return inode
}

function opened(path: unknown, flags: unknown, handle: unknown): void {
  if (wayOf(path) === null) return
  const before = inodeAt(path)
  const truncates = typeof flags === 'string' ? flags.startsWith('w') : flagged(flags, fs.constants.O_TRUNC)
  if (before !== null && truncates) done({ what: 'cut', inode: before, length: 0 })
  const inode = before ?? made(path, false)
  if (inode !== null) handles.set(handle, inode)
}

function flagged(flags: unknown, flag: number): boolean {
  return typeof flags === 'number' && (flags & flag) !== 0
}

function wrote(handle: unknown, data: unknown, at: number): void {
  const inode = handles.get(handle)
  if (inode !== undefined) done({ what: 'write', inode, at, bytes: bytesOf(data) })
}

function bytesOf(data: unknown): Buffer {
  if (typeof data === 'string') return Buffer.from(data)
  if (data instanceof Uint8Array) return Buffer.from(data)
  throw new Error('no text and no bytes')
}

function moved(from: unknown, to: unknown): void {
  if (typeof from !== 'string' || typeof to !== 'string') return
  const inode = inodeAt(from)
  const [before, after] = [folderOf(from), folderOf(to)]
  if (inode === null || before === null || after === null) return
  done({ what: 'move', from: before, name: basename(from), to: after, newName: basename(to), inode })
}

function removed(path: unknown): void {
  const inode = inodeAt(path)
  if (!watched || inode === null || typeof path !== 'string') return
  for (const { folder, name } of watched.disk.below(inode)) done({ what: 'unname', folder, name })
  const folder = folderOf(path)
  if (folder !== null) done({ what: 'unname', folder, name: basename(path) })
}

/** With its parents, where those are missing too. */
function madeFolder(path: unknown): void {
  if (typeof path !== 'string' || wayOf(path) === null || inodeAt(path) !== null) return
  madeFolder(dirname(resolve(path)))
  made(path, true)
}

function synced(handle: unknown): void {
  const inode = handles.get(handle)
  if (inode !== undefined) done({ what: 'sync', inode })
}

type Noted = (given: readonly unknown[], result: unknown, self: unknown) => void

/** What each call has done, noted when it has succeeded. */
const SYNC: Readonly<Record<string, Noted>> = {
  openSync: ([path, flags = 'r'], fd) => opened(path, flags, fd),
  closeSync: ([fd]) => handles.delete(fd),
  writeSync: ([fd, data, at]) => wrote(fd, data, typeof at === 'number' ? at : 0),
  writeFileSync: ([to, data]) => {
    if (typeof to === 'string') {
      opened(to, 'w', to)
      wrote(to, data, 0)
      handles.delete(to)
    } else wrote(to, data, 0)
  },
  ftruncateSync: ([fd, length = 0]) => {
    const inode = handles.get(fd)
    if (inode !== undefined) done({ what: 'cut', inode, length: Number(length) })
  },
  fsyncSync: ([fd]) => synced(fd),
  renameSync: ([from, to]) => moved(from, to),
  rmSync: ([path]) => removed(path),
  unlinkSync: ([path]) => removed(path),
  mkdirSync: ([path]) => madeFolder(path),
}
const ASYNC: Readonly<Record<string, Noted>> = {
  open: ([path, flags = 'r'], handle) => {
    if (typeof handle !== 'object' || handle === null) return
    opened(path, flags, handle)
    if (handles.has(handle)) watch(handle, HANDLE)
  },
  rename: ([from, to]) => moved(from, to),
  rm: ([path]) => removed(path),
  unlink: ([path]) => removed(path),
  mkdir: ([path]) => madeFolder(path),
}
const HANDLE: Readonly<Record<string, Noted>> = {
  writeFile: ([data], _result, handle) => wrote(handle, data, 0),
  sync: (_given, _result, handle) => synced(handle),
}

function watch(holder: object, noted: Readonly<Record<string, Noted>>): void {
  for (const [name, note] of Object.entries(noted)) {
    const real: unknown = Reflect.get(holder, name)
    if (typeof real !== 'function') throw new Error(`no ${name}`)
    Reflect.set(holder, name, function noting(this: unknown, ...given: unknown[]): unknown {
      const result: unknown = Reflect.apply(real, this, given)
      if (!(result instanceof Promise)) {
        note(given, result, this)
        return result
      }
      return result.then((value: unknown) => {
        note(given, value, this)
        return value
      })
    })
  }
}

watch(fs, SYNC)
watch(fsPromises, ASYNC)
syncBuiltinESMExports()
