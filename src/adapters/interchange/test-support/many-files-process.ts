import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TestVault } from '../../test-support/test-vault.ts'
import { multiFileImporter } from '../baileys-folder.ts'
import { NEW } from './session-folder.ts'

/**
 * A process that takes a folder over and writes it out again, and says what that took: the most handles it had at once,
 * and the longest it has computed without letting anything else have its turn, in milliseconds of its own processor time.
 */
const [root = '', source = '', target = ''] = process.argv.slice(2)
const LOOK_EVERY_MS = 2

let handles = 0
let longest = 0
let before = process.threadCpuUsage()
const watch = setInterval(() => {
  handles = Math.max(handles, readdirSync('/proc/self/fd').length)
}, LOOK_EVERY_MS)
const turn = () => {
  const { user, system } = process.threadCpuUsage(before)
  longest = Math.max(longest, (user + system) / 1_000)
  before = process.threadCpuUsage()
}
let turning = setImmediate(function again() {
  turn()
  turning = setImmediate(again)
})

await mkdir(root, { recursive: true })
const importer = multiFileImporter(root, new TestVault())
const adopted = await importer.adopt(source, NEW, () => true)
const importing = longest
longest = 0
const exported = adopted.ok ? await importer.export(adopted.record, target) : null
clearInterval(watch)
clearImmediate(turning)
const files = exported?.ok ? readdirSync(join(target, NEW.sessionName)).length : 0
process.stdout.write(JSON.stringify({ adopted: adopted.ok, files, handles, importing, exporting: longest }))
