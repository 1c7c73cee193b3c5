import { type KeyboardEvent, useState } from 'react'
import type { Activity, StripPiece } from '../../../contract/activity.ts'
import { stretch } from '../../../text/times.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { pieceAfter } from './piece-after.ts'
import styles from './strip.module.css'

/**
 * The range as one band of lights. Walked through with the arrow keys or pointed at, it says from when to when what was;
 * what it shows as a whole is in the sentence and the list below it.
 */
export function Strip({ activity }: { readonly activity: Activity }) {
  const { strip: words } = useText().history
  const sayPiece = usePieceWords()
  const [at, setAt] = useState<number | null>(null)
  const [focused, setFocused] = useState(false)
  const { strip } = activity
  const last = strip.length - 1
  const current = Math.min(at ?? last, last)
  const piece = strip[current]
  if (!piece) return null

  const walk = (event: KeyboardEvent) => {
    const next = pieceAfter(event.key, current, strip.length)
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  return (
    <div className={styles['strip']}>
      <div
        className={styles['band']}
        role="slider"
        tabIndex={0}
        aria-label={words.label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={current}
        aria-valuetext={sayPiece(piece)}
        data-testid="strip"
        onKeyDown={walk}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          setAt(null)
        }}
        onPointerLeave={() => setAt(null)}
      >
        {strip.map(({ from, to, light, partly }, n) => (
          <span
            key={from}
            className={styles['piece']}
            data-light={light}
            data-partly={partly}
            data-current={at === n}
            style={{ flexGrow: to - from }}
            onPointerEnter={() => setAt(n)}
          />
        ))}
      </div>
      <p className={styles['legend']} aria-hidden>
        {at !== null || focused ? (
          <span data-testid="strip-piece">{sayPiece(piece)}</span>
        ) : (
          <Ends activity={activity} />
        )}
      </p>
    </div>
  )
}

function Ends({ activity }: { readonly activity: Activity }) {
  const language = useLanguage()
  const { strip } = useText().history
  return (
    <>
      <span>{stretch(language, activity.from, activity.from)}</span>
      <span>{strip.now}</span>
    </>
  )
}

function usePieceWords(): (piece: StripPiece) => string {
  const language = useLanguage()
  const { light: lights, strip } = useText().history
  return ({ from, to, light, partly }) => {
    const word = lights[light]
    return strip.piece(stretch(language, from, to), partly ? strip.partly(word) : word)
  }
}
