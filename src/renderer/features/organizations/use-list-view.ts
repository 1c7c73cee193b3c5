import { useState } from 'react'
import type { OrganizationView } from '../../../contract/session-view.ts'
import { useEnlace } from '../../store.ts'
import { SEARCH_FROM, searched } from './search.ts'
import { troubledSince } from './trouble.ts'

/** What part of the organizations the list shows, and the means to change it. */
export interface ListView {
  readonly shown: readonly OrganizationView[]
  readonly of: number
  readonly searchable: boolean
  readonly query: string
  readonly search: (query: string) => void
  readonly troubleOnly: boolean
  readonly showTroubleOnly: (only: boolean) => void
}

const NOBODY: ReadonlySet<string> = new Set()

/** The list as a person has narrowed it. Its order is always the same. */
export function useListView(): ListView {
  const organizations = useEnlace((state) => state.organizations)
  const [typed, setTyped] = useState('')
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null)

  const troubled = kept && troubledSince(organizations, kept)
  if (troubled !== kept) setKept(troubled)

  const searchable = organizations.length >= SEARCH_FROM
  const query = searchable ? typed : ''
  const narrowed = troubled ? organizations.filter(({ id }) => troubled.has(id)) : organizations
  return {
    shown: searched(narrowed, query),
    of: organizations.length,
    searchable,
    query,
    search: setTyped,
    troubleOnly: troubled !== null,
    showTroubleOnly: (only) => setKept(only ? NOBODY : null),
  }
}
