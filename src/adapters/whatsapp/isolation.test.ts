import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { startSimulator } from '../../simulator/server.ts'
import { Shop } from '../test-support/shop.ts'

const outcome = z.object({ first: z.string(), second: z.string(), thrown: z.array(z.string()) })

it('what one session throws inside Baileys is logged with its organization, and the other goes on', async () => {
  const shop = join(import.meta.dirname, 'test-support', 'broken-shop.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', shop])
  const { first, second, thrown } = outcome.parse(JSON.parse(stdout))
  expect({ first, second }).toEqual({ first: 'unavailable', second: 'online' })
  expect(thrown).not.toEqual([])
  for (const line of thrown) expect(line).toContain('"session":"org_shop1"')
})

it('what a listener throws is logged with the organization it listened to, and stops neither', async () => {
  const simulator = await startSimulator()
  const shop = await Shop.open(simulator.url)
  try {
    const numbers = ['573007915262', '573126809496']
    for (const [n, number] of numbers.entries()) {
      const id = await shop.add(`Tienda ${n}`, `shop-${n}`)
      await shop.link(id, () => simulator.phone(number).scan(shop.supervisor.find(id)?.qrText ?? ''))
    }
    let calm = true
    const listening = shop.until(
      'shop-0',
      'calm',
      () => {
        if (calm) return false
        throw new Error('a listener failed')
      },
      1_500,
    )
    calm = false
    simulator.device('573007915262').dropTcp()
    await expect
      .poll(() => shop.lines.filter((line) => line.includes('a listener failed')))
      .toContainEqual(expect.stringContaining('"session":"org_shop0"'))
    calm = true
    await expect(listening).rejects.toThrow('not calm')
    await expect
      .poll(() => simulator.connections.live().filter(({ state }) => state === 'online'))
      .toHaveLength(2)
    for (const id of ['shop-0', 'shop-1']) await shop.untilStatus(id, 'online')
  } finally {
    await shop.remove()
    await simulator.stop()
  }
})
