#!/usr/bin/env bash
# A text with an @ in it is sent as if it were an address: what follows an underscore is gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @whiskeysockets/baileys@7.0.0-rc14 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys'

console.log(`guess      WhatsApp's binary XML packs addresses to save bytes, and whatever is no address travels as it was
           written. The subject of a new group (groupCreate sends it as an attribute) arrives letter for letter.`)
console.log(`version    @whiskeysockets/baileys ${installed('@whiskeysockets/baileys')}`)
console.log(`behaviour  Every text with an @ in it is taken for an address. What stands between an underscore and the @ is left
           out; what stands between a colon and the @ is read as a device's number, and then s.whatsapp.net takes
           the place of what follows. It is lost while encoding: the bytes no longer hold it.`)

const subjects = ['Tienda Sur', 'Tienda Sur @ Centro', 'Tienda_Sur @ Centro', 'Abierto 9:30 @ Centro']
const arrived = []
for (const subject of subjects) {
  const bytes = encodeBinaryNode({ tag: 'create', attrs: { subject } })
  arrived.push((await decodeBinaryNode(bytes)).attrs.subject)
  console.log(`${arrived.length === 1 ? 'seen     ' : '         '}  ${JSON.stringify(subject)} arrives as ${JSON.stringify(arrived.at(-1))}`)
}
const bytes = [subjects[2], subjects[3]].map((subject) => encodeBinaryNode({ tag: 'create', attrs: { subject } }))
const gone = !bytes[0].includes('Sur') && !bytes[1].includes('Centro')
console.log(`           "Sur" of the third and "Centro" of the fourth are ${gone ? 'not in' : 'in'} the bytes`)

const held =
  gone &&
  JSON.stringify(arrived) ===
    JSON.stringify(['Tienda Sur', 'Tienda Sur @ Centro', 'Tienda@ Centro', 'Abierto 9:30@s.whatsapp.net'])
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
