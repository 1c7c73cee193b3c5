import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { alone, lockFile } from './lock.mjs'

describe('alone', () => {
  it('holds a lock in the name of this process while the work lasts', async () => {
    const folder = randomUUID()
    const owner = await alone(folder, () => Promise.resolve(readFileSync(lockFile(folder), 'utf8')))
    expect(owner).toBe(String(process.pid))
    expect(existsSync(lockFile(folder))).toBe(false)
  })

  it('gives the lock back when the work fails', async () => {
    const folder = randomUUID()
    await expect(alone(folder, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(existsSync(lockFile(folder))).toBe(false)
  })

  it('waits for a living process, and takes over from one that died', async () => {
    const said = vi.spyOn(console, 'log').mockReturnValue()
    const folder = randomUUID()
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    writeFileSync(lockFile(folder), String(other.pid))

    let started = false
    const work = alone(folder, () => Promise.resolve((started = true)))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(started).toBe(false)
    expect(said).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining(`Process ${other.pid} is installing`),
    )

    other.kill('SIGKILL')
    await once(other, 'exit')
    await work
    expect(started).toBe(true)
  })
})
