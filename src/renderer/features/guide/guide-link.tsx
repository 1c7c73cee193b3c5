import { LifeBuoy } from 'lucide-react'
import { guideIn } from '../../../text/guide/guides.ts'
import { useLanguage } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { openGuide } from './guide-place.ts'

/** The way into the support guide in words, where little else can be done. */
export function GuideLink() {
  const { open } = guideIn(useLanguage())
  return (
    <Button look="quiet" icon={LifeBuoy} data-testid="guide" onClick={() => openGuide('start')}>
      {open}
    </Button>
  )
}
