import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { CauseCode } from '../../../contract/cause.ts'
import { guideIn } from '../../../text/guide/guides.ts'
import { useLanguage, useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { GuidePage } from './guide-page.tsx'
import { closeGuide, turnTo, useGuidePlace } from './guide-place.ts'
import styles from './guide-sheet.module.css'
import { GuideStart } from './guide-start.tsx'

/** The support guide, in the language of the window and without a network. */
export function GuideSheet() {
  const text = useText()
  const guide = guideIn(useLanguage())
  const { open, place, turns } = useGuidePlace()
  const cause = place === 'start' ? null : place
  return (
    <Sheet
      open={open}
      onClose={closeGuide}
      title={cause ? text.causes[cause].title : guide.title}
      corner={cause && <SupportCode cause={cause} />}
      testId="guide-sheet"
      wide
    >
      <Reading key={turns} turned={turns > 0}>
        {cause ? <CodePage cause={cause} /> : <GuideStart guide={guide} onOpen={turnTo} />}
      </Reading>
    </Sheet>
  )
}

function CodePage({ cause }: { readonly cause: CauseCode }) {
  const guide = guideIn(useLanguage())
  return (
    <>
      <div className={styles['back']}>
        <Button look="quiet" icon={ArrowLeft} data-testid="guide-start" onClick={() => turnTo('start')}>
          {guide.headings.back}
        </Button>
      </div>
      <GuidePage guide={guide} page={guide.pages[cause]} onOpen={turnTo} />
    </>
  )
}

interface ReadingProps {
  readonly turned: boolean
  readonly children: ReactNode
}

/** A page that was turned to is read from its top, and a screen reader goes there too. */
function Reading({ turned, children }: ReadingProps) {
  const top = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!turned) return
    top.current?.focus({ preventScroll: true })
    top.current?.closest('[role="dialog"]')?.parentElement?.scrollTo({ top: 0 })
  }, [turned])
  return (
    <div ref={top} className={styles['reading']} tabIndex={-1}>
      {children}
    </div>
  )
}
