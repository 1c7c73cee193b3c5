#!/usr/bin/env bash
# A pairing code that could not even be asked for leaves credentials that say whose they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { makeWASocket, useMultiFileAuthState } from '@whiskeysockets/baileys'

console.log(`guess      creds.me says which account is linked, so it is set once a phone has accepted. If
           requestPairingCode rejects, the credentials are as they were.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  The number that was typed is put into creds.me and given out with creds.update before anything is
           sent. Where the request then fails, the saved file names an owner no phone ever confirmed, with
           "registered": false. And it is creds.me alone that decides what the next connection does (read in its
           socket.js, not run here): with it Baileys logs in as that account instead of asking to be linked.`)

const silent = { level: 'silent', child: () => silent }
for (const level of ['trace', 'debug', 'info', 'warn', 'error']) silent[level] = () => undefined

// Accepts connections and says nothing: the WebSocket is never open.
const server = createServer()
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

const { state, saveCreds } = await useMultiFileAuthState('auth')
await saveCreds()
const before = read().me
const socket = makeWASocket({ auth: state, waWebSocketUrl: `ws://127.0.0.1:${server.address().port}/`, logger: silent })
let saving = Promise.resolve()
socket.ev.on('creds.update', () => (saving = saving.then(saveCreds)))
const answer = await socket.requestPairingCode('12025550101').then(
  () => 'resolves',
  (error) => `rejects: ${error.message}`,
)
await saving
const { me, registered, account } = read()
console.log(`seen       creds.me before:        ${JSON.stringify(before)}`)
console.log(`           requestPairingCode      ${answer}`)
console.log(`           creds.json afterwards:  ${JSON.stringify({ me, registered, account })}`)

const held =
  before === undefined &&
  answer === 'rejects: Connection Closed' &&
  me?.id === '12025550101@s.whatsapp.net' &&
  registered === false &&
  account === undefined
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

function read() {
  return JSON.parse(readFileSync('auth/creds.json', 'utf8'))
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
