import { describe, expect, it } from 'vitest'
import { targetRow } from './target-row.ts'

describe('targetRow', () => {
  it('moves by one and stops at the ends', () => {
    expect(targetRow('ArrowDown', 0, 3)).toBe(1)
    expect(targetRow('ArrowDown', 2, 3)).toBe(2)
    expect(targetRow('ArrowUp', 0, 3)).toBe(0)
  })

  it('jumps to the ends and leaves every other key alone', () => {
    expect(targetRow('Home', 2, 3)).toBe(0)
    expect(targetRow('End', 0, 3)).toBe(2)
    expect(targetRow('Enter', 0, 3)).toBeNull()
  })
})
