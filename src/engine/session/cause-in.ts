import { type Cause, isCauseCode } from '../../contract/cause.ts'
import { causeOf } from './policy.ts'

/** The cause that an adapter's error carries; where it carries none, all that is known is that something failed. */
export function causeIn(error: unknown): Cause {
  const carried = error instanceof Error ? error.cause : null
  const code = typeof carried === 'object' && carried !== null && 'code' in carried ? carried.code : null
  return causeOf(isCauseCode(code) ? code : 'io-error')
}
