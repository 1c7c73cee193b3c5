import type { Cause } from '../../contract/cause.ts'
import { sqliteCause } from './sqlite-cause.ts'

/** Raised by a store that can no longer be trusted to keep what it is given. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  override readonly cause: Cause

  constructor(because: Cause, message: string) {
    super(message)
    this.cause = because
  }
}

/** Work on a store; whatever the disk refuses becomes a `StoreError` with its cause. */
export function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(sqliteCause(error), error instanceof Error ? error.message : String(error))
  }
}
