import { LifeBuoy } from 'lucide-react'
import { SUPPORT_CODES } from '../../../contract/cause.ts'
import { guideIn } from '../../../text/guide/guides.ts'
import { useLanguage } from '../../hooks/use-text.ts'
import styles from './guide-button.module.css'
import { type GuidePlace, openGuide } from './guide-place.ts'

/** The way into the support guide; beside a support code, straight to its page. */
export function GuideButton({ place }: { readonly place: GuidePlace }) {
  const { open } = guideIn(useLanguage())
  const label = place === 'start' ? open : `${open}: ${SUPPORT_CODES[place]}`
  return (
    <button
      type="button"
      className={styles['button']}
      data-at={place === 'start' ? 'start' : 'code'}
      aria-label={label}
      title={label}
      data-testid={place === 'start' ? 'guide' : 'guide-code'}
      onClick={() => openGuide(place)}
    >
      <LifeBuoy size={18} aria-hidden />
    </button>
  )
}
