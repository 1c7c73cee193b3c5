import { LifeBuoy } from 'lucide-react'
import { SUPPORT_CODES } from '../../../contract/cause.ts'
import { guideIn } from '../../../text/guide/guides.ts'
import { useLanguage } from '../../hooks/use-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { type GuidePlace, openGuide } from './guide-place.ts'

/** The way into the support guide; beside a support code, straight to its page. */
export function GuideButton({ place }: { readonly place: GuidePlace }) {
  const { open } = guideIn(useLanguage())
  const label = place === 'start' ? open : `${open}: ${SUPPORT_CODES[place]}`
  return (
    <IconButton
      icon={LifeBuoy}
      size={place === 'start' ? 'corner' : 'line'}
      label={label}
      title={label}
      data-testid={place === 'start' ? 'guide' : 'guide-code'}
      onClick={() => openGuide(place)}
    />
  )
}
