import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { sqliteCause } from './sqlite-cause.ts'

function errorOf(work: (db: DatabaseSync) => unknown): unknown {
  const db = new DatabaseSync(':memory:')
  try {
    work(db)
    return null
  } catch (error) {
    return error
  } finally {
    db.close()
  }
}

/** As node:sqlite raises them. */
function raised(errcode: number): Error {
  return Object.assign(new Error('sqlite'), { code: 'ERR_SQLITE_ERROR', errcode })
}

it('only what says something about the file is damage', () => {
  expect(sqliteCause(errorOf((db) => db.exec('SELECT * FROM nothing')))).toMatchObject({
    code: 'damaged-store',
  })
  const tooBig = errorOf((db) => db.prepare('SELECT zeroblob(?)').get(9_000_000_000))
  expect(tooBig).toMatchObject({ errcode: 18 })
  expect(sqliteCause(tooBig)).toMatchObject({ code: 'io-error' })
  const codes = new Map(
    [3, 7, 9, 10, 11, 13, 14, 15, 21, 22, 23, 26].map((n) => [n, sqliteCause(raised(n)).code]),
  )
  const damage = [...codes].flatMap(([n, code]) => (code === 'damaged-store' ? [n] : []))
  expect(damage).toEqual([11, 26])
})
