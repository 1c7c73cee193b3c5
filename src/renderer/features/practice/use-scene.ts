import { useMemo } from 'react'
import { selectedOrganization, useEnlace } from '../../store.ts'
import type { Scene } from './lesson.ts'

/** What is on screen, as far as lessons look at it. */
export function useScene(): Scene {
  const organizations = useEnlace((state) => state.organizations)
  const selected = useEnlace(selectedOrganization)
  return useMemo(() => ({ organizations, selected }), [organizations, selected])
}
