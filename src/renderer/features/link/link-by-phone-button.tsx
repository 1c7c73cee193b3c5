import { Button } from '../../ui/button.tsx'

interface LinkByPhoneButtonProps {
  readonly label: string
  readonly onClick: () => void
}

/** The other way to link, for a phone that cannot scan. */
export function LinkByPhoneButton({ label, onClick }: LinkByPhoneButtonProps) {
  return (
    <Button look="quiet" data-testid="link-by-phone" onClick={onClick}>
      {label}
    </Button>
  )
}
