import fsPromises, {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newDraftName } from '../files/draft.ts'
import { makeWholeFolder, type WriteNew } from './whole-folder.ts'

let place: string
let wanted: string
let draft: string
const real = { open: fsPromises.open, rename: fsPromises.rename }

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'enlace-whole-'))
  wanted = join(place, 'sesión')
  draft = newDraftName(wanted)
})

afterEach(async () => {
  Object.assign(fsPromises, real)
  syncBuiltinESMExports()
  await rm(place, { recursive: true })
})

const bytes = (text: string) => Buffer.from(text)

async function two(write: WriteNew): Promise<void> {
  await write('a', bytes('1'))
  await write('b', bytes('2'))
}

it('appears whole', async () => {
  expect(await makeWholeFolder(wanted, draft, two)).toBe(wanted)
  expect(await readdir(place)).toEqual(['sesión'])
  expect(await readFile(join(wanted, 'b'), 'utf8')).toBe('2')
})

it('takes the first free name, be the others links that lead nowhere', async () => {
  await symlink(join(place, 'nowhere'), wanted)
  await mkdir(`${wanted}-2`)
  expect(await makeWholeFolder(wanted, draft, two)).toBe(`${wanted}-3`)
})

it('is on the disk before it has its name, and its name before it is told', async () => {
  const steps: string[] = []
  Reflect.set(fsPromises, 'open', async (path: string, ...rest: unknown[]) => {
    const file: unknown = await Reflect.apply(real.open, fsPromises, [path, ...rest])
    const opened: object = Object(file)
    return new Proxy(opened, {
      get(handle: object, name) {
        const member: unknown = Reflect.get(handle, name, handle)
        if (typeof member !== 'function') return member
        return (...given: unknown[]): unknown => {
          if (name === 'sync' || name === 'writeFile') steps.push(`${name} ${path}`)
          return Reflect.apply(member, handle, given)
        }
      },
    })
  })
  Reflect.set(fsPromises, 'rename', (from: string, to: string) => {
    steps.push(`rename ${from}`)
    return real.rename(from, to)
  })
  syncBuiltinESMExports()
  await makeWholeFolder(wanted, draft, two)
  expect(steps).toEqual([
    ...['a', 'b'].flatMap((name) => [`writeFile ${join(draft, name)}`, `sync ${join(draft, name)}`]),
    // Windows has no such call and needs none.
    ...(process.platform === 'win32' ? [] : [`sync ${draft}`]),
    `rename ${draft}`,
    ...(process.platform === 'win32' ? [] : [`sync ${place}`]),
  ])
})

describe('one that cannot be finished', () => {
  it('goes with what was written, and with nothing that has come into it', async () => {
    const outcome = makeWholeFolder(wanted, draft, async (write) => {
      await two(write)
      await writeFile(join(draft, 'fotos.zip'), 'de otro')
      await unlink(join(draft, 'b'))
      await symlink(place, join(draft, 'b'))
      throw new Error('full')
    })
    await expect(outcome).rejects.toThrow('full')
    expect(await readdir(place)).toEqual([draft.slice(place.length + 1)])
    expect((await readdir(draft)).toSorted()).toEqual(['b', 'fotos.zip'])
  })

  it('leaves nothing', async () => {
    const outcome = makeWholeFolder(wanted, draft, async (write) => {
      await two(write)
      await write('a', bytes('3'))
    })
    await expect(outcome).rejects.toThrow('EEXIST')
    expect(await readdir(place)).toEqual([])
  })

  it('touches nothing where the draft’s name is taken', async () => {
    await mkdir(draft)
    await writeFile(join(draft, 'a'), 'de otro')
    await expect(makeWholeFolder(wanted, draft, two)).rejects.toThrow('EEXIST')
    expect(await readFile(join(draft, 'a'), 'utf8')).toBe('de otro')
  })
})
