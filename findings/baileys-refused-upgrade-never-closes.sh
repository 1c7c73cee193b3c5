#!/usr/bin/env bash
# A server that answers the WebSocket with an HTTP status leaves the socket "connecting" for ever.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 ws@8.23.0 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { initAuthCreds, makeWASocket } from '@whiskeysockets/baileys'

const connectTimeoutMs = 3000
const patience = 20_000

console.log(`guess      However a connection attempt fails, connection.update says "close" with a reason, at the latest
           after connectTimeoutMs. A 503 instead of the upgrade is one more such failure.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}, ws ${installed('ws')}`)
console.log(`behaviour  Nothing is raised, then or later: Baileys listens to ws's "unexpected-response", which tells ws
           that somebody else takes care of it, and then takes no care. Neither connectTimeoutMs helps nor that
           the server hangs up after its answer. The event on sock.ws and sock.end(error) are the way out.`)

const silent = { level: 'silent', child: () => silent }
for (const level of ['trace', 'debug', 'info', 'warn', 'error']) silent[level] = () => undefined

const dropped = await attempt((socket) => socket.destroy())
const refused = await attempt((socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'))
console.log(`seen       the server hangs up:     ${dropped.closed ? 'closed in time' : `no close in ${patience / 1000} s`}`)
console.log(`           the server answers 503:  ${refused.closed ? 'closed in time' : `no close in ${patience / 1000} s`}, connectTimeoutMs ${connectTimeoutMs}`)
console.log(`           sock.ws saw the status:  ${refused.status}`)
console.log(`           sock.end(error) closes:  ${refused.ended}`)

const held = dropped.closed && !refused.closed && refused.status === 503 && refused.ended
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

async function attempt(answer) {
  const server = createServer()
  server.on('upgrade', (_request, socket) => answer(socket))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = makeWASocket({
    auth: { creds: initAuthCreds(), keys: { get: async () => ({}), set: async () => undefined } },
    waWebSocketUrl: `ws://127.0.0.1:${server.address().port}/`,
    logger: silent,
    connectTimeoutMs,
  })
  let status
  socket.ws.on('unexpected-response', (_request, response) => (status = response.statusCode))
  const close = new Promise((resolve) => {
    socket.ev.on('connection.update', ({ connection }) => connection === 'close' && resolve(true))
  })
  const closed = await Promise.race([close, after(patience)])
  if (!closed) void socket.end(new Error(`The server answered ${status}`))
  const ended = await Promise.race([close, after(patience)])
  server.closeAllConnections()
  server.close()
  return { closed, ended, status }
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
