#!/usr/bin/env bash
# The cache before a key store keeps what the store refused, so nobody notices until the next start.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { makeCacheableSignalKeyStore } from '@whiskeysockets/baileys'

console.log(`guess      makeCacheableSignalKeyStore remembers what the store under it has taken. After a set() that was
           rejected, get() gives what was there before.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  It changes the cache first and asks the store then. What the store refused is handed out for the
           next five minutes as if it were saved, and the last value that was saved is out of reach.`)

const disk = new Map([['session.12025550101.0', Buffer.from('first')]])
let full = false
const store = {
  get: async (type, ids) => Object.fromEntries(ids.map((id) => [id, disk.get(`${type}.${id}`)])),
  set: async (data) => {
    if (full) throw new Error('no space left')
    for (const [type, values] of Object.entries(data))
      for (const [id, value] of Object.entries(values)) disk.set(`${type}.${id}`, value)
  },
}

const cached = makeCacheableSignalKeyStore(store)
const atFirst = await session(cached)
full = true
const answer = await cached.set({ session: { '12025550101.0': Buffer.from('second') } }).then(
  () => 'resolves',
  (error) => `rejects: ${error.message}`,
)
full = false
const afterwards = await session(cached)
const restarted = await session(makeCacheableSignalKeyStore(store))
console.log(`seen       at first:                ${atFirst}`)
console.log(`           set() of "second"        ${answer}`)
console.log(`           afterwards:              ${afterwards}`)
console.log(`           after a restart:         ${restarted}`)

const held = [atFirst, answer, afterwards, restarted].join() === 'first,rejects: no space left,second,first'
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

async function session(keys) {
  return `${(await keys.get('session', ['12025550101.0']))['12025550101.0']}`
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
