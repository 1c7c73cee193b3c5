import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import styles from './choice-bar.module.css'

interface ChoiceBarProps<T extends string | number | boolean | null> {
  /** What it is called, where nothing on the screen says so. */
  readonly label?: string
  /** Ids of what names and explains it on the screen. */
  readonly labelledBy?: string
  readonly describedBy?: string
  readonly choices: readonly T[]
  /** Undefined while it is not known. */
  readonly chosen: T | undefined
  readonly name: (choice: T) => string
  readonly onChoose: (choice: T) => void
  /** Each choice is found by this and its value. */
  readonly testId: string
}

/** A few choices side by side, of which one is in force. */
export function ChoiceBar<T extends string | number | boolean | null>({
  label,
  labelledBy,
  describedBy,
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
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      value={chosen === undefined ? null : keyOf(chosen)}
      onValueChange={(key) => {
        const choice = choices.find((known) => keyOf(known) === key)
        if (choice !== undefined) onChoose(choice)
      }}
    >
      {choices.map((choice) => (
        <Radio.Root
          key={keyOf(choice)}
          value={keyOf(choice)}
          className={styles['choice']}
          data-testid={`${testId}-${keyOf(choice)}`}
        >
          {name(choice)}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}

function keyOf(choice: string | number | boolean | null): string {
  return choice === null ? 'never' : String(choice)
}
