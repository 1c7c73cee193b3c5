import { type CauseCode, isCauseCode, SUPPORT_CODES } from '../../contract/cause.ts'

/** All causes in the order of their codes. */
export const GUIDE_ORDER: readonly CauseCode[] = Object.keys(SUPPORT_CODES)
  .filter(isCauseCode)
  .toSorted((a, b) => SUPPORT_CODES[a].localeCompare(SUPPORT_CODES[b]))
