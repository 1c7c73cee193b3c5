import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseOrganization } from '../../records/organization-file.ts'
import { fileVault } from '../../test-support/file-vault.ts'
import { multiFileImporter } from '../baileys-folder.ts'
import { ERRANDS, interrupt, run } from './errand.ts'
import { NEW } from './session-folder.ts'

/** A process that is killed at the so-manieth change it makes to the disk; one that makes fewer says that it is done. */
const [root = '', source = '', target = '', wanted = '', at = ''] = process.argv.slice(2)
const errand = ERRANDS.find((each) => each === wanted)
if (!errand) throw new Error(`no errand ${wanted}`)

const importer = multiFileImporter(root, fileVault(dirname(root)))
interrupt(Number(at), () => process.kill(process.pid, 'SIGKILL'))
const parsed =
  errand === 'adopt'
    ? null
    : parseOrganization(readFileSync(join(root, NEW.sessionName, 'organization.json'), 'utf8'))
await run(importer, errand, { source, target }, parsed?.ok ? parsed.record : null)
process.stdout.write('done')
