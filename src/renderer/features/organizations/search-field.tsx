import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useText } from '../../hooks/use-text.ts'
import hidden from '../../styles/hidden.module.css'
import field from '../../ui/field.module.css'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './search-field.module.css'

interface SearchFieldProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** How many were found. */
  readonly found: number
  /** Down from the field goes to the list; Enter chooses its first row. */
  readonly onLeave: (how: 'look' | 'choose') => void
}

/** Finds an organization among many. Ctrl+F, Cmd+F or a slash come here from anywhere; Escape empties it. */
export function SearchField({ query, onQuery, found, onLeave }: SearchFieldProps) {
  const { list } = useText()
  const input = useRef<HTMLInputElement>(null)

  // Before it can be seen: whoever sees the field may press its key.
  useLayoutEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!callsSearch(event) || isElsewhere(event.target, input.current)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '') {
      // Escape empties the field first; only then may it close what the field stands in.
      event.stopPropagation()
      onQuery('')
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      onLeave(event.key === 'Enter' ? 'choose' : 'look')
    }
  }

  return (
    <div className={styles['field']} role="search">
      <Search size={16} aria-hidden />
      <input
        ref={input}
        type="text"
        className={`${field['control']} ${styles['input']}`}
        aria-label={`${list.search}: ${list.searchHint}`}
        aria-keyshortcuts="Control+F Meta+F /"
        placeholder={list.search}
        title={list.searchHint}
        value={query}
        autoComplete="off"
        spellCheck={false}
        data-testid="search"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <IconButton
          className={styles['clear']}
          icon={X}
          iconSize={15}
          label={list.clearSearch}
          data-testid="clear-search"
          onClick={() => {
            onQuery('')
            input.current?.focus()
          }}
        />
      )}
      <p className={hidden['hidden']} role="status" data-testid="found">
        {query === '' ? '' : found === 0 ? list.noneFound(query.trim()) : list.found(found)}
      </p>
    </div>
  )
}

function callsSearch({ key, ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent): boolean {
  if (altKey) return false
  return ctrlKey || metaKey ? key.toLowerCase() === 'f' && !shiftKey : key === '/'
}

/** Somebody types, or answers a dialog that the field is no part of. */
function isElsewhere(target: EventTarget | null, input: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false
  const dialog = target.closest('[role="dialog"]')
  return target.closest('input, textarea') !== null || (dialog !== null && !dialog.contains(input))
}
