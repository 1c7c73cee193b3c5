import { recorded } from './disk-recorder.ts'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrganizationRecord } from '../../../engine/record.ts'
import { recordWith } from '../../../engine/test-support/records.ts'
import { PreKeyMark } from '../../credentials/pre-key-mark.ts'
import { openPreferences } from '../../desktop/electron-preferences.ts'
import { Forgotten } from '../../folders/forgotten.ts'
import { installationOf } from '../../installation/installation.ts'
import { organizationFolders } from '../../folders/organization-folders.ts'
import { makeWholeFolder } from '../../foreign/whole-folder.ts'
import { exportEnded, noteExport } from '../../interchange/export-drafts.ts'
import { openPin } from '../../pin/pin-file.ts'
import { removeFile, writeAtomically } from '../atomic-file.ts'
import { makeFolder } from '../folder.ts'
import { afterPowerCuts } from './power-cuts.ts'

/** Everything that writes what somebody will want to read after a power cut. */
interface Writer {
  /** Makes what was there before. */
  readonly before?: (folder: string) => Promise<unknown>
  readonly write: (folder: string) => Promise<unknown>
  /** What the product finds there, as a text. */
  readonly read: (folder: string) => Promise<unknown>
  /** What it may find besides what was there before and what is there now. */
  readonly orElse?: unknown
  /** Not that it is on the disk when the writer says so: nothing depends on that. */
  readonly mayWait?: true
}

const record = recordWith({})
const later: OrganizationRecord = { ...record, name: 'Óptica Nueva', generation: 2, nextGeneration: 3 }
const removed: OrganizationRecord = { ...record, removedAt: 1_800_000_000_000, aliases: ['baileys_auth'] }
const HASH = `scrypt$65536$8$2$${'a'.repeat(22)}$${'b'.repeat(43)}`
const KEPT = { hash: HASH, tries: { wrong: 0, lastAt: 0 } }
const SEALER = '8d0c1f9e-7a44-4b0b-9d53-5f0a2c6e1b77'
const DRAFT = '/media/usb/org_shop1.new-0123456789abcdef'
const OTHER_DRAFT = '/media/usb/org_shop2.new-0123456789abcdef'
const root = (folder: string) => join(folder, 'organizations')
const foldersOf = (folder: string) => organizationFolders(root(folder))

async function listed(folder: string): Promise<unknown> {
  const found = await foldersOf(folder).list(new Set())
  return found.map((each) => [each.kind, each.folder, each.kind === 'organization' ? each.record : null])
}

async function succeed(outcome: Promise<{ readonly ok: boolean }>): Promise<void> {
  expect(await outcome).toMatchObject({ ok: true })
}

const pinIn = async (folder: string) => {
  const { kept, setAside } = await openPin(folder)
  return { kept, setAside }
}

async function wholeFolder(folder: string): Promise<void> {
  const path = join(folder, 'export')
  await makeWholeFolder(path, `${path}.new-0123456789abcdef`, async (write) => {
    await write('creds.json', Buffer.from('{"registrationId":1}'))
    await write('pre-key-1.json', Buffer.from('{"public":"AA=="}'))
  })
}

function textOf(name: string) {
  return (folder: string) => readFile(join(folder, name), 'utf8').catch(() => null)
}

const namesIn = (folder: string) => readdir(folder)

const WRITERS: Readonly<Record<string, Writer>> = {
  'a text, for the first time': {
    write: (folder) => writeAtomically(join(folder, 'file.json'), 'the new text'),
    read: textOf('file.json'),
  },
  'a text, anew': {
    before: (folder) => writeAtomically(join(folder, 'file.json'), 'the old text'),
    write: (folder) => writeAtomically(join(folder, 'file.json'), 'a new one, which is longer'),
    read: textOf('file.json'),
  },
  'a file that goes': {
    before: (folder) => writeAtomically(join(folder, 'file.json'), 'text'),
    write: (folder) => removeFile(join(folder, 'file.json')),
    read: textOf('file.json'),
  },
  'the first organization of all': {
    write: (folder) => succeed(foldersOf(folder).create(record)),
    read: listed,
  },
  'another organization': {
    before: (folder) => succeed(foldersOf(folder).create(recordWith({ id: 'b', sessionName: 'org_b' }))),
    write: (folder) => succeed(foldersOf(folder).create(record)),
    read: listed,
  },
  'the two copies of a record': {
    before: (folder) => succeed(foldersOf(folder).create(record)),
    write: (folder) => succeed(foldersOf(folder).write(later)),
    read: listed,
  },
  'an organization that goes': {
    before: (folder) => succeed(foldersOf(folder).create(removed)),
    write: (folder) => foldersOf(folder).discard(removed),
    read: listed,
    mayWait: true,
  },
  'the list of the forgotten': {
    before: (folder) => new Forgotten(folder).add(['a']),
    write: (folder) => new Forgotten(folder).add(['b']),
    read: (folder) => new Forgotten(folder).among(['a', 'b']).then((names) => [...names]),
  },
  'the note of an export that begins': {
    before: (folder) => noteExport(folder, OTHER_DRAFT),
    write: (folder) => noteExport(folder, DRAFT),
    read: textOf('exports.json'),
  },
  'the note of an export that has ended': {
    before: (folder) => noteExport(folder, OTHER_DRAFT).then(() => noteExport(folder, DRAFT)),
    write: (folder) => exportEnded(folder, DRAFT),
    read: textOf('exports.json'),
    mayWait: true,
  },
  'the PIN, for the first time': {
    write: (folder) => openPin(folder).then(({ store }) => succeed(store.write(KEPT))),
    read: pinIn,
  },
  'a wrong try of the PIN': {
    before: (folder) => openPin(folder).then(({ store }) => store.write(KEPT)),
    write: (folder) =>
      openPin(folder).then(({ store }) => succeed(store.write({ ...KEPT, tries: { wrong: 1, lastAt: 5 } }))),
    read: pinIn,
  },
  'the PIN, turned off': {
    before: (folder) => openPin(folder).then(({ store }) => store.write(KEPT)),
    write: (folder) => openPin(folder).then(({ store }) => succeed(store.write(null))),
    read: pinIn,
  },
  'the name of the installation': {
    write: (folder) => installationOf(folder, () => Promise.resolve(SEALER)),
    // What was not there before is found in what was sealed here, as it is when it was lost.
    read: (folder) => installationOf(folder, () => Promise.resolve(SEALER)),
  },
  'the preferences': {
    before: (folder) => Promise.resolve(openPreferences(folder, '0.1.0').write({ theme: 'light' })),
    write: (folder) => Promise.resolve(openPreferences(folder, '0.1.0').write({ theme: 'dark' })),
    read: (folder) => {
      const { read, setAside } = openPreferences(folder, '0.1.0')
      return Promise.resolve([read().theme, setAside])
    },
    mayWait: true,
  },
  'the mark of the pre-keys': {
    before: (folder) => Promise.resolve(new PreKeyMark(folder).raise(812)),
    write: (folder) => Promise.resolve(new PreKeyMark(folder).raise(1_624)),
    read: (folder) => Promise.resolve(new PreKeyMark(folder).value),
    // Torn, it counts as missing, which is safe.
    orElse: null,
  },
  'a generation’s folder': {
    write: (folder) => makeFolder(join(folder, 'g2')),
    read: namesIn,
  },
  'a folder that is whole or not there': {
    write: wholeFolder,
    read: async (folder) => {
      const inside = join(folder, 'export')
      return [await textOf('creds.json')(inside), await textOf('pre-key-1.json')(inside)]
    },
  },
}

let scratch: string

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'enlace-power-'))
})

afterEach(() => rm(scratch, { recursive: true }))

let count = 0
const newFolder = () => mkdtemp(join(scratch, `${(count += 1)}-`))

async function readTwice(writer: Writer, of: string): Promise<string> {
  const folder = await newFolder()
  await cp(of, folder, { recursive: true })
  const text = JSON.stringify(await writer.read(folder))
  // What is read may be mended by reading; it must not be another thing the next time.
  expect(JSON.stringify(await writer.read(folder))).toBe(text)
  await rm(folder, { recursive: true })
  return text
}

describe('a power cut at any step, whatever the disk had not written yet, leaves as before or after', () => {
  it.each(Object.entries(WRITERS))('%s', async (_name, writer) => {
    const folder = await newFolder()
    await writer.before?.(folder)
    const before = await readTwice(writer, folder)
    const recording = await recorded(folder, () => writer.write(folder))
    const after = await readTwice(writer, folder)
    expect(recording.ops.length).toBeGreaterThan(0)

    const allowed = [before, after, ...('orElse' in writer ? [JSON.stringify(writer.orElse)] : [])]
    let cuts = 0
    for (const { disk, complete, how } of afterPowerCuts(recording)) {
      const left = await newFolder()
      await disk.layOut(left)
      const expected = complete && !writer.mayWait ? [after] : allowed
      expect(expected, how).toContain(await readTwice(writer, left))
      await rm(left, { recursive: true })
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(1)
  })
})
