import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** The other way to link, for a phone that cannot scan. */
export function LinkByPhoneButton({ onClick }: { readonly onClick: () => void }) {
  const { link } = useText()
  return (
    <Button look="quiet" data-testid="link-by-phone" onClick={onClick}>
      {link.byPhone}
    </Button>
  )
}
