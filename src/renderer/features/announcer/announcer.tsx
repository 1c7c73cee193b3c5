import { useEffect, useRef, useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { selectedOrganization, useEnlace } from '../../store.ts'
import hidden from '../../styles/hidden.module.css'
import { announcement } from './announcement.ts'

/** Tells screen readers what changed, without taking the focus. */
export function Announcer() {
  const text = useText()
  const organizations = useEnlace((state) => state.organizations)
  const selectedId = useEnlace((state) => selectedOrganization(state)?.id ?? null)
  const before = useRef(organizations)
  const [said, setSaid] = useState('')

  useEffect(() => {
    const words = announcement(before.current, organizations, selectedId, text)
    before.current = organizations
    if (words !== null) setSaid(words)
  }, [organizations, selectedId, text])

  return (
    <div className={hidden['hidden']} role="status" aria-live="polite" data-testid="announcer">
      {said}
    </div>
  )
}
