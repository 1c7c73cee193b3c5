import { isCauseCode, SUPPORT_CODES } from '../src/contract/cause.ts'
import { canProvoke, provoke } from './support/causes.ts'
import { test } from './support/fixtures.ts'

for (const cause of Object.keys(SUPPORT_CODES).filter(isCauseCode)) {
  test(`${cause} shows itself`, async ({ stage }) => {
    test.skip(!canProvoke(cause), 'needs a file system of its own')
    await provoke(stage, cause)
  })
}
