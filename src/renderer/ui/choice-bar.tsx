import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import styles from './choice-bar.module.css'

interface ChoiceBarProps<T extends string> {
  readonly label: string
  readonly choices: readonly T[]
  readonly chosen: T
  readonly name: (choice: T) => string
  readonly onChoose: (choice: T) => void
  /** Each choice is found by this and its value. */
  readonly testId: string
}

/** A few ways to look at the same thing, side by side. */
export function ChoiceBar<T extends string>({
  label,
  choices,
  chosen,
  name,
  onChoose,
  testId,
}: ChoiceBarProps<T>) {
  return (
    <RadioGroup
      className={styles['bar']}
      aria-label={label}
      value={chosen}
      onValueChange={(value) => {
        const choice = choices.find((known) => known === value)
        if (choice !== undefined) onChoose(choice)
      }}
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice}
          value={choice}
          className={styles['choice']}
          data-testid={`${testId}-${choice}`}
        >
          {name(choice)}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
