import { GraduationCap } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { openPractice, useEnlace } from '../../store.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Opens practice mode beside the real sessions; in practice mode itself there is nothing to open. */
export function PracticeButton() {
  const { practice } = useText()
  const here = useEnlace(({ environment }) => environment?.practice ?? false)
  if (here) return null
  return (
    <IconButton
      icon={GraduationCap}
      size="corner"
      label={practice.open}
      title={practice.open}
      data-testid="open-practice"
      onClick={() => void openPractice()}
    />
  )
}
