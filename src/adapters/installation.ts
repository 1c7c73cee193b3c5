import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'installation-id'

/** Names this installation. What it seals is noted with it, so that another computer's folder is known as such. */
export function installationId(dataFolder: string): string {
  const path = join(dataFolder, FILE)
  try {
    const kept = readFileSync(path, 'utf8').trim()
    if (/^[0-9a-f-]{36}$/.test(kept)) return kept
  } catch {
    // The first start, or the file is gone: what was sealed before then opens all the same.
  }
  const made = randomUUID()
  writeFileSync(path, `${made}\n`, { mode: 0o600 })
  return made
}
