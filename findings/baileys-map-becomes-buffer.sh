#!/usr/bin/env bash
# A map from numbers or JIDs to numbers comes back from Baileys' JSON as a Buffer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { useMultiFileAuthState } from '@whiskeysockets/baileys'

console.log(`guess      Baileys' BufferJSON makes a Buffer of {"type":"Buffer","data":"…"} and of nothing else. What is
           put into creds.additionalData is the same after it was saved and opened again.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  It also makes a Buffer of each object whose keys all begin with a digit and whose values are all
           numbers: bytes that somebody stored as {"0":1,"1":2} are read that way. A JID and a date begin with a
           digit too: last-seen times by JID and counts by day turn into bytes, cut to their lowest eight bits.`)

const saved = {
  lastSeen: { '12025550101@s.whatsapp.net': 1790000000, '12025550102@s.whatsapp.net': 1790000001 },
  perDay: { '2026-11-27': 300 },
  named: { sent: 300 },
  texts: { '2026-11-27': 'open' },
}
const made = await useMultiFileAuthState('auth')
made.state.creds.additionalData = saved
await made.saveCreds()
const opened = (await useMultiFileAuthState('auth')).state.creds.additionalData
for (const key of Object.keys(saved))
  console.log(`${key === 'lastSeen' ? 'seen     ' : '         '}  ${key}: ${inspect(saved[key], { breakLength: Infinity })}\n             comes back as ${inspect(opened[key])}`)

const held =
  Buffer.isBuffer(opened.lastSeen) &&
  opened.lastSeen.equals(Buffer.from([1790000000 % 256, 1790000001 % 256])) &&
  Buffer.isBuffer(opened.perDay) &&
  opened.perDay.equals(Buffer.from([300 % 256])) &&
  opened.named.sent === 300 &&
  opened.texts['2026-11-27'] === 'open'
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
