import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './paths.mjs'

const COLUMNS = ['behaviour', 'version', 'how it is known', 'held by']
const PAGES = globSync('docs/facts/*.md', { cwd: root }).filter((page) => !page.endsWith('README.md'))

describe.each(PAGES)('%s', (page) => {
  const rows = rowsOf(readFileSync(path.join(root, page), 'utf8'))

  it('says of every fact how it is known', () => {
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row, row.every((cell) => cell !== '')]).toEqual([row, true])
  })

  it('names tests that are there, or why there is none', () => {
    for (const [behaviour = '', , , held = ''] of rows)
      expect([behaviour, wrongWith(held)]).toEqual([behaviour, ''])
  })
})

it.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })])(
  '%s names no path that is gone',
  (page) => {
    const text = readFileSync(path.join(root, page), 'utf8')
    const named = [...text.matchAll(/`((?:src|scripts|e2e|bench|torture|findings)\/[\w./-]+)`/g)]
    expect(named.map(([, name = '']) => name).filter((name) => !existsSync(path.join(root, name)))).toEqual(
      [],
    )
  },
)

/** The rows of every table of facts; a table that has other columns is none. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').map(cellsOf)
  let inside = false
  return lines.flatMap((cells) => {
    if (cells === null) inside = false
    else if (cells.join() === COLUMNS.join()) inside = true
    else if (inside && !/^[-: ]+$/.test(cells[0] ?? '')) return [cells]
    return []
  })
}

function cellsOf(line: string): string[] | null {
  return line.startsWith('|')
    ? line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
    : null
}

/** What is wrong with the last column of a row; empty where nothing is. */
function wrongWith(held: string): string {
  const parts = held.split(/(?=`[^`]+\.(?:ts|tsx|sh|mjs)`)/).filter((part) => part.startsWith('`'))
  if (parts.length === 0) return /^– \S/.test(held) ? '' : 'neither a test nor a reason'
  return parts.flatMap(wrongPart).join()
}

/** A file and the titles that are quoted after it. */
function wrongPart(part: string): string[] {
  const [, file = ''] = /^`([^`]+)`/.exec(part) ?? []
  if (!existsSync(path.join(root, file))) return [`${file} is not there`]
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...part.matchAll(/"([^"]+)"/g)]
    .map(([, title = '']) => title)
    .filter((title) => !text.includes(title))
}
