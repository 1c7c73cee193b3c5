import { useText } from '../../hooks/use-text.ts'
import { giveUpPin, usePinPrompt } from '../../pin-prompt.ts'
import { Rich } from '../../ui/rich.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PinForm } from './pin-form.tsx'
import { subjectWords } from './subject-words.ts'

/** Asks for the PIN over whatever is open; what it was asked for goes on by itself. */
export function PinDialog() {
  const text = useText()
  const prompt = usePinPrompt((state) => state.prompt)
  if (prompt === null) return null
  return (
    <Sheet
      open={prompt.open}
      onClose={giveUpPin}
      title={text.pin.ask}
      initialFocus="input"
      testId="pin-dialog"
    >
      <p>
        <Rich text={text.pin.askFor(subjectWords(prompt.subject, text))} />
      </p>
      <PinForm key={prompt.asked} prompt={prompt} />
    </Sheet>
  )
}
