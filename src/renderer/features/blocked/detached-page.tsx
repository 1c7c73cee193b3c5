import { RotateCw, Unplug } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemPage } from './problem-page.tsx'

/** The window could not reach main, so it has nothing to show. */
export function DetachedPage({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText()
  return (
    <ProblemPage icon={Unplug} words={text.detached} detail={null}>
      <Button look="primary" icon={RotateCw} data-testid="primary-action" onClick={onRetry}>
        {text.tryAgain}
      </Button>
    </ProblemPage>
  )
}
