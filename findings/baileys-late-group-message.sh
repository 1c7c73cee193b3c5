#!/usr/bin/env bash
# A group message that arrives late can never be read, however often it is tried.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 libsignal@6.0.0 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import * as baileys from '@whiskeysockets/baileys'
import * as group from '@whiskeysockets/baileys/lib/Signal/Group/index.js'
import { makeLibSignalRepository } from '@whiskeysockets/baileys/lib/Signal/libsignal.js'

console.log(`guess      Signal's sender keys allow for messages that come out of order: whoever reads message 3 before
           message 2 keeps the skipped key. So 1, 3, 2 is read as well as 1, 2, 3.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}, libsignal ${installed('libsignal')}`)
console.log(`behaviour  The skipped key is kept, but it is written as plain JSON and comes back as an object with a list
           of numbers, which libsignal refuses, now and at every further try: only a copy that the sender encrypts
           anew can be read. Records that stay in memory read all three: it is the way to the store.`)

const silent = { level: 'silent', child: () => silent }
for (const level of ['trace', 'debug', 'info', 'warn', 'error']) silent[level] = () => undefined

const chat = '120363000000000001@g.us'
const author = '12025550101@s.whatsapp.net'
const inOrder = await read([1, 2, 3])
const late = await read([1, 3, 2, 2])
const inMemory = await readInMemory([1, 3, 2])
console.log('seen       1, 2, 3 through the store: ', inOrder.join(', '))
console.log('           1, 3, 2, and 2 once more:  ', late.join(', '))
console.log('           1, 3, 2 kept in memory:    ', inMemory.join(', '))

const held =
  inOrder.join() === 'text 1,text 2,text 3' &&
  late.slice(0, 2).join() === 'text 1,text 3' &&
  late.slice(2).every((answer) => answer === 'Expected Buffer instead of: Object') &&
  inMemory.join() === 'text 1,text 3,text 2'
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

// As every bot does it: Baileys' own repository over Baileys' own folder of files, one for each side.
async function read(order) {
  const [writer, reader] = [await repository(`writer-${order.join('')}`), await repository(`reader-${order.join('')}`)]
  const sent = []
  for (const n of [1, 2, 3])
    sent.push(await writer.encryptGroupMessage({ group: chat, meId: author, data: Buffer.from(`text ${n}`) }))
  await reader.processSenderKeyDistributionMessage({
    item: { groupId: chat, axolotlSenderKeyDistributionMessage: sent[0].senderKeyDistributionMessage },
    authorJid: author,
  })
  return oneByOne(order, (n) =>
    reader.decryptGroupMessage({ group: chat, authorJid: author, msg: sent[n - 1].ciphertext }),
  )
}

async function repository(name) {
  const { state } = await baileys.useMultiFileAuthState(name)
  const options = { maxCommitRetries: 1, delayBetweenTriesMs: 0 }
  const keys = baileys.addTransactionCapability(state.keys, silent, options)
  return makeLibSignalRepository({ creds: state.creds, keys }, silent)
}

// The same classes, over records that are never written down.
async function readInMemory(order) {
  const name = new group.SenderKeyName(chat, { id: '12025550101', deviceId: 0, toString: () => '12025550101.0' })
  const [writer, reader] = [memory(), memory()]
  const invitation = await new group.GroupSessionBuilder(writer).create(name)
  await new group.GroupSessionBuilder(reader).process(name, invitation)
  const sent = []
  for (const n of [1, 2, 3]) sent.push(await new group.GroupCipher(writer, name).encrypt(Buffer.from(`text ${n}`)))
  return oneByOne(order, (n) => new group.GroupCipher(reader, name).decrypt(sent[n - 1]))
}

function memory() {
  const record = new group.SenderKeyRecord()
  return { loadSenderKey: async () => record, storeSenderKey: async () => undefined }
}

async function oneByOne(order, decrypt) {
  const results = []
  for (const n of order) results.push(await decrypt(n).then((text) => `${Buffer.from(text)}`, (error) => error.message))
  return results
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
