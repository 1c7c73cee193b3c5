import { createHash } from 'node:crypto'
import type { OrganizationRecord } from '../../engine/record.ts'

/**
 * Digits of the simulated phone in the shop's hand: the one that is linked, so that it can be scanned with again;
 * another one while the number is being changed; else one of the organization's own, always the same.
 */
export function practicePhone({
  id,
  lastNumber,
  previousNumber,
}: Pick<OrganizationRecord, 'id' | 'lastNumber' | 'previousNumber'>): string {
  if (lastNumber !== null) return lastNumber
  return numberOf(previousNumber === null ? id : `${id} after ${previousNumber.number}`)
}

function numberOf(seed: string): string {
  const digest = createHash('sha256').update(seed).digest()
  return `57300${String(digest.readUInt32BE() % 10_000_000).padStart(7, '0')}`
}
