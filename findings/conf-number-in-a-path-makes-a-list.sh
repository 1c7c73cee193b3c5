#!/usr/bin/env bash
# A setting filed under a number makes conf (and so electron-store) write a list, with null for what is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
# What electron-store 12.0.0 wraps; conf alone runs without Electron.
npm install --ignore-scripts --no-audit --no-fund --loglevel=error conf@16.0.0 dot-prop@10.2.0 >&2 || exit 2

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs'
import Conf from 'conf'

console.log(`guess      set('windows.7', …) files the value under the key "7" of an object "windows", as
           set('windows.main', …) files it under "main".`)
console.log(`version    conf ${installed('conf')} (electron-store 12.0.0 is built on it), dot-prop ${installed('dot-prop')}`)
console.log(`behaviour  Where "windows" does not exist yet, a whole number in the path makes it a list: what is saved is
           seven times null and then the value. Whether an id is filed in an object or in a list depends on which
           id came first, and on its size: a telephone number is too large for a list and becomes a key.`)

const numberFirst = new Conf({ cwd: process.cwd(), projectName: 'finding', configName: 'number-first' })
numberFirst.set('windows.7', 'small')
const wordFirst = new Conf({ cwd: process.cwd(), projectName: 'finding', configName: 'word-first' })
wordFirst.set('windows.main', 'large')
wordFirst.set('windows.7', 'small')
const large = new Conf({ cwd: process.cwd(), projectName: 'finding', configName: 'large' })
large.set('windows.12025550101', 'small')
const seen = [file(numberFirst), file(wordFirst), file(large)]
console.log(`seen       windows.7 first:                  ${seen[0]}`)
console.log(`           windows.main, then windows.7:     ${seen[1]}`)
console.log(`           windows.12025550101 first:        ${seen[2]}`)

const held =
  seen[0] === '{"windows":[null,null,null,null,null,null,null,"small"]}' &&
  JSON.stringify(Object.entries(JSON.parse(seen[1]).windows).sort()) === '[["7","small"],["main","large"]]' &&
  seen[2] === '{"windows":{"12025550101":"small"}}'
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)

function file(store) {
  return JSON.stringify(JSON.parse(readFileSync(store.path, 'utf8')))
}

function installed(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
JS
node finding.mjs
