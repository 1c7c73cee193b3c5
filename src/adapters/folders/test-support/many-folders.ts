import fsPromises, { mkdir, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { recordWith } from '../../../engine/test-support/records.ts'
import { fewAtATime } from '../../files/few-at-a-time.ts'
import { writeRecord } from '../../records/record-file.ts'

/** What lies in each folder that is nobody's session. */
const JUNK_FILES = 3

/** So many organizations that wait for a link, among so many folders that are nothing of Enlace's. */
export async function manyFolders(root: string, organizations: number, junk: number): Promise<void> {
  await mkdir(root, { recursive: true })
  await fewAtATime([...Array(organizations).keys()], async (n) => {
    const record = recordWith({ id: `shop-${n}`, sessionName: `org_${n}`, name: `Tienda ${n}`, createdAt: n })
    await mkdir(join(root, record.sessionName))
    await writeRecord(join(root, record.sessionName), record)
  })
  await fewAtATime([...Array(junk).keys()], async (n) => {
    const folder = join(root, `junk-${n}`)
    await mkdir(folder)
    for (let file = 0; file < JUNK_FILES; file += 1) await writeFile(join(folder, `${file}.txt`), 'junk')
  })
}

/** Files and folders that are opened from now on, in that order, until `end`. */
export function openings(): { readonly paths: readonly string[]; readonly end: () => void } {
  const paths: string[] = []
  const ends = (['open', 'readFile', 'readdir', 'opendir'] as const).map((name) => {
    const real: unknown = Reflect.get(fsPromises, name)
    Reflect.set(fsPromises, name, (...args: readonly unknown[]): unknown => {
      paths.push(String(args[0]))
      const opened: unknown = typeof real === 'function' ? Reflect.apply(real, fsPromises, args) : undefined
      return opened
    })
    return () => Reflect.set(fsPromises, name, real)
  })
  syncBuiltinESMExports()
  return {
    paths,
    end() {
      for (const end of ends) end()
      syncBuiltinESMExports()
    },
  }
}
