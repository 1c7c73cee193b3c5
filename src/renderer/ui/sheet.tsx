import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useText } from '../hooks/use-text.ts'
import veil from '../styles/veil.module.css'
import { rescueFocus } from './focus.ts'
import { IconButton } from './icon-button.tsx'
import styles from './sheet.module.css'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Beside the title: the support code, where there is one. */
  readonly corner?: ReactNode
  /** A selector of what has the focus first; the cross otherwise, so that Enter does no harm. */
  readonly initialFocus?: string
  readonly testId?: string
  /** For lists; a question is easier to read in a narrow one. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A dialog over the window. Escape, the cross and a press outside close it, which never does anything else. */
export function Sheet({ open, onClose, title, corner, initialFocus, testId, wide, children }: SheetProps) {
  const text = useText()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(next) => !next && rescueFocus()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={veil['veil']} />
        <Dialog.Viewport className={styles['viewport']}>
          <Dialog.Popup
            className={styles['popup']}
            data-testid={testId}
            data-wide={wide}
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>(initialFocus ?? 'button') ?? true}
          >
            <div className={styles['top']}>
              <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
              {corner}
              <Dialog.Close
                render={
                  <IconButton className={styles['close']} icon={X} size="line" label={text.close} quiet />
                }
              />
            </div>
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The buttons at the foot of a sheet: the quiet way out first, what it is about last. */
export function SheetActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}
