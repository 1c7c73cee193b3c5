#!/usr/bin/env bash
# A question that is pending when the line is cut rejects with a number where an Error belongs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 ws@8.18.3 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { initAuthCreds, makeWASocket } from '@whiskeysockets/baileys'
import { WebSocketServer } from 'ws'

console.log(`guess      A sock.query() that is pending when the connection is lost rejects with the Boom that Baileys
           makes of it, such as "Connection Closed", as it does where there is no connection any more.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  It rejects with a bare number, the close code of the WebSocket: no message, no stack, and
           nothing to tell it from a value. "instanceof Error" is false.`)

const silent = { level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {} }
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
await new Promise((resolve) => server.once('listening', resolve))
const sock = makeWASocket({
  auth: { creds: initAuthCreds(), keys: { get: async () => ({}), set: async () => {} } },
  logger: silent,
  version: [2, 3000, 1043857760],
  waWebSocketUrl: `ws://127.0.0.1:${server.address().port}`,
})
const line = await new Promise((resolve) => server.once('connection', resolve))
await new Promise((resolve) => line.once('message', resolve))

const ask = () => sock.query({ tag: 'iq', attrs: { to: 's.whatsapp.net', type: 'get', xmlns: 'w:p' } }, 20_000)
const pending = ask().then(() => 'resolved', (error) => error)
await new Promise((resolve) => line.once('message', resolve))
line.terminate()
const lost = await pending
const later = await ask().then(() => 'resolved', (error) => error)
server.close()

console.log(`seen       pending when the line is cut:  ${typeof lost} ${lost}`)
console.log(`           asked when it is gone:         ${later instanceof Error ? `${later.name}: ${later.message}` : later}`)

const held = lost === 1006 && later instanceof Error
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
