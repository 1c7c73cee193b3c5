import type { Importer } from '../ports.ts'
import type { OrganizationRecord } from '../record.ts'

export type ImportOutcome =
  | { readonly kind: 'taken'; readonly record: OrganizationRecord }
  /** The same link is, or is just becoming, this organization. */
  | { readonly kind: 'known'; readonly as: OrganizationRecord }
  | { readonly kind: 'refused'; readonly why: 'unusable' | 'too-large'; readonly reason: string }

/**
 * Folders of other servers on their way in. A link becomes one organization, however often, by whatever way and under
 * whatever name it is brought, and were it all at once: two would take it from each other.
 */
export class Imports {
  readonly #underWay = new Map<string, OrganizationRecord>()

  /**
   * @param existing looked at when it is known which link it is
   * @param take takes the organization up; before that returns, nobody else can bring the same link
   */
  async adopt(
    importer: Importer,
    folder: string,
    record: OrganizationRecord,
    existing: () => readonly OrganizationRecord[],
    take: (record: OrganizationRecord) => void,
  ): Promise<ImportOutcome> {
    let as = record
    const claim = (identity: string) => {
      as = this.#underWay.get(identity) ?? existing().find((other) => holdsLink(other, identity)) ?? record
      if (as === record) this.#underWay.set(identity, record)
      return as === record
    }
    try {
      const outcome = await importer.adopt(folder, record, claim)
      if (outcome.ok) {
        take(outcome.record)
        return { kind: 'taken', record: outcome.record }
      }
      return outcome.why === 'unclaimed' ? { kind: 'known', as } : { kind: 'refused', ...outcome }
    } finally {
      for (const [identity, other] of this.#underWay) if (other === record) this.#underWay.delete(identity)
    }
  }
}

/** Whether this link was taken over into its present generation: what was linked after a clear is another. */
function holdsLink({ linked, generation, source }: OrganizationRecord, identity: string): boolean {
  return linked && generation === FIRST_GENERATION && source?.identity === identity
}

/** Where what is taken over lies. */
const FIRST_GENERATION = 1
