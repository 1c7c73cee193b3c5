import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file or a folder, which is there whatever names lead to it. */
type Inode = { readonly data: Buffer } | { readonly entries: ReadonlyMap<string, number> }

/** What a writer does to the disk, one step each. Files and folders go by number: names come and go. */
export type DiskOp =
  | {
      readonly what: 'name'
      readonly folder: number
      readonly name: string
      readonly inode: number
      readonly isFolder: boolean
    }
  | { readonly what: 'unname'; readonly folder: number; readonly name: string }
  | {
      readonly what: 'move'
      readonly from: number
      readonly name: string
      readonly to: number
      readonly newName: string
      readonly inode: number
    }
  | { readonly what: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly inode: number; readonly length: number }
  | { readonly what: 'sync'; readonly inode: number }

const ROOT = 0

/** What is on a disk. Files and folders stay here when no name leads to them any more, as while they are open. */
export class Disk {
  readonly #inodes: Map<number, Inode>

  constructor(inodes: ReadonlyMap<number, Inode> = new Map([[ROOT, { entries: new Map() }]])) {
    this.#inodes = new Map(inodes)
  }

  /** Takes up what is in a folder. */
  static async of(folder: string): Promise<Disk> {
    const disk = new Disk()
    await disk.#take(folder, ROOT)
    return disk
  }

  copy(): Disk {
    return new Disk(this.#inodes)
  }

  newFile(): number {
    return this.#provide(this.#inodes.size, false)
  }

  newFolder(): number {
    return this.#provide(this.#inodes.size, true)
  }

  /** A disk on which everything that is made later is there already, and no name leads to it. */
  with(ops: readonly DiskOp[]): Disk {
    const disk = this.copy()
    for (const op of ops) if (op.what === 'name') disk.#provide(op.inode, op.isFolder)
    return disk
  }

  /** The number at the end of a way; null where it leads nowhere. */
  find(way: readonly string[]): number | null {
    let inode = ROOT
    for (const name of way) {
      const next = this.#entries(inode).get(name)
      if (next === undefined) return null
      inode = next
    }
    return inode
  }

  /** What is below, the innermost first, as it is deleted. */
  below(inode: number): readonly { readonly folder: number; readonly name: string }[] {
    return [...this.#entries(inode)].flatMap(([name, inside]) => [
      ...this.below(inside),
      { folder: inode, name },
    ])
  }

  apply(op: DiskOp): void {
    switch (op.what) {
      case 'name':
        this.#enter(op.folder, op.name, op.inode)
        break
      case 'unname':
        this.#leave(op.folder, op.name)
        break
      case 'move':
        if (this.#entries(op.from).get(op.name) === op.inode) this.#leave(op.from, op.name)
        this.#enter(op.to, op.newName, op.inode)
        break
      case 'write': {
        const before = this.#data(op.inode)
        const data = Buffer.alloc(Math.max(before.length, op.at + op.bytes.length))
        before.copy(data)
        op.bytes.copy(data, op.at)
        this.#inodes.set(op.inode, { data })
        break
      }
      case 'cut': {
        const data = Buffer.alloc(op.length)
        this.#data(op.inode).copy(data)
        this.#inodes.set(op.inode, { data })
        break
      }
      case 'sync':
        break
    }
  }

  /** Everything that a name leads to, by its way; folders end with a slash. */
  get contents(): ReadonlyMap<string, Buffer> {
    return new Map(this.#contentsOf(ROOT, ''))
  }

  /** Lays it out in a folder that is empty. */
  async layOut(folder: string): Promise<void> {
    for (const [way, data] of this.contents) {
      if (way.endsWith('/')) await mkdir(join(folder, way), { recursive: true, mode: 0o700 })
      else await writeFile(join(folder, way), data, { mode: 0o600 })
    }
  }

  #provide(inode: number, isFolder: boolean): number {
    if (!this.#inodes.has(inode)) {
      this.#inodes.set(inode, isFolder ? { entries: new Map() } : { data: Buffer.alloc(0) })
    }
    return inode
  }

  *#contentsOf(inode: number, way: string): Generator<readonly [string, Buffer]> {
    const found = this.#inodes.get(inode)
    if (!found || 'data' in found) {
      yield [way.slice(0, -1), found?.data ?? Buffer.alloc(0)]
      return
    }
    if (way !== '') yield [way, Buffer.alloc(0)]
    for (const [name, inside] of found.entries) yield* this.#contentsOf(inside, `${way}${name}/`)
  }

  async #take(path: string, folder: number): Promise<void> {
    for (const name of await readdir(path)) {
      const inside = join(path, name)
      if ((await lstat(inside)).isDirectory()) {
        const inode = this.newFolder()
        this.#enter(folder, name, inode)
        await this.#take(inside, inode)
      } else {
        const inode = this.newFile()
        this.#inodes.set(inode, { data: await readFile(inside) })
        this.#enter(folder, name, inode)
      }
    }
  }

  #entries(inode: number): ReadonlyMap<string, number> {
    const found = this.#inodes.get(inode)
    return found && 'entries' in found ? found.entries : new Map()
  }

  #data(inode: number): Buffer {
    const found = this.#inodes.get(inode)
    return found && 'data' in found ? found.data : Buffer.alloc(0)
  }

  #enter(folder: number, name: string, inode: number): void {
    this.#inodes.set(folder, { entries: new Map([...this.#entries(folder), [name, inode]]) })
  }

  #leave(folder: number, name: string): void {
    const entries = new Map(this.#entries(folder))
    entries.delete(name)
    this.#inodes.set(folder, { entries })
  }
}
