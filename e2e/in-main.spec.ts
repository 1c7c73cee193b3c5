import { expect, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'

const QUESTIONS = 10

test('what is asked of main is done once and answered, however busy main is with collecting', async ({
  launch,
}) => {
  const { app } = await launch()
  await inMain(app, () => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    setInterval(() => {
      for (const end = Date.now() + 50; Date.now() < end;) JSON.stringify({})
      collect()
    }, 1)
  })
  const counted: number[] = []
  for (let question = 0; question < QUESTIONS; question += 1) {
    counted.push(
      await inMain(app, () => {
        const count = Number(Reflect.get(globalThis, 'count') ?? 0) + 1
        Reflect.set(globalThis, 'count', count)
        return count
      }),
    )
  }
  expect(counted).toEqual(Array.from({ length: QUESTIONS }, (_, n) => n + 1))
})
