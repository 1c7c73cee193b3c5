import { EllipsisVertical } from 'lucide-react'
import { useText } from '../hooks/use-text.ts'
import styles from './rich.module.css'

/** A sentence of the dictionary with its marks: `**bold**`, and `⋮` for the three dots on the phone. */
export function Rich({ text }: { readonly text: string }) {
  return text.split('**').map((part, at) => {
    const content = <Dots key={at} text={part} />
    return at % 2 === 1 ? <strong key={at}>{content}</strong> : content
  })
}

function Dots({ text }: { readonly text: string }) {
  const { link } = useText()
  return text
    .split('⋮')
    .flatMap((part, at) =>
      at === 0
        ? [part]
        : [
            <EllipsisVertical
              key={at}
              className={styles['dots']}
              role="img"
              aria-label={link.dots}
              size={18}
            />,
            part,
          ],
    )
}
