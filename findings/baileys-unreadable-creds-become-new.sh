#!/usr/bin/env bash
# A credentials file that cannot be read is answered with a new identity, and then written over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { useMultiFileAuthState } from '@whiskeysockets/baileys'

console.log(`guess      useMultiFileAuthState makes a new identity only where there is no creds.json. If the file is there
           and cannot be read, it rejects: the link may still be saved.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  Every failure to read counts as "no credentials". A file that a power cut emptied, and one that is
           whole but got a byte order mark from an editor, give a fresh identity without an error or a
           word. The first saveCreds() then writes it over what could have been rescued.`)

const said = []
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const original = console[level]
  console[level] = (...words) => (said.push(words), original(...words))
}
const before = said.length

const cases = {
  'left alone': await reopened('alone', (text) => text),
  'with a byte order mark': await reopened('marked', (text) => `\uFEFF${text}`),
  emptied: await reopened('emptied', () => ''),
}
const silent = said.length === before
for (const [what, result] of Object.entries(cases))
  console.log(`${what === 'left alone' ? 'seen     ' : '         '}  ${what}: ${JSON.stringify(result)}`)
console.log(`           ${silent ? 'nothing was printed, nothing was thrown' : 'something was printed'}`)

const kept = { opens: true, sameIdentity: true, oldIdentityStillInTheFile: true }
const lost = { opens: true, sameIdentity: false, oldIdentityStillInTheFile: false }
const held =
  silent &&
  JSON.stringify(Object.values(cases)) === JSON.stringify([kept, lost, lost])
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

async function reopened(name, change) {
  const made = await useMultiFileAuthState(name)
  await made.saveCreds()
  const file = `${name}/creds.json`
  const identity = Buffer.from(made.state.creds.signedIdentityKey.public).toString('base64')
  writeFileSync(file, change(readFileSync(file, 'utf8')))

  const again = await useMultiFileAuthState(name).catch(() => undefined)
  if (again === undefined) return { opens: false }
  await again.saveCreds()
  return {
    opens: true,
    sameIdentity: Buffer.from(again.state.creds.signedIdentityKey.public).toString('base64') === identity,
    oldIdentityStillInTheFile: readFileSync(file, 'utf8').includes(identity),
  }
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
