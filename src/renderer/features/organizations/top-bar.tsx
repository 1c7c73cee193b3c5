import { Dialog } from '@base-ui/react/dialog'
import { Menu as Lines } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../hooks/use-text.ts'
import { useEnlace } from '../../store.ts'
import veil from '../../styles/veil.module.css'
import { Sidebar } from './sidebar.tsx'
import { summary } from '../../../text/summary.ts'
import styles from './top-bar.module.css'

/** In place of the sidebar where there is no room for one: how all are, and a button that opens the list. */
export function TopBar({ onAdd }: { readonly onAdd: () => void }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const { connected, attention } = summary(
    useEnlace((state) => state.organizations),
    text,
  )
  const close = () => setOpen(false)
  return (
    <header className={styles['bar']}>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className={styles['open']} data-testid="open-list">
          <Lines size={18} aria-hidden />
          {text.organizations.label}
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className={veil['veil']} />
          <Dialog.Popup className={styles['drawer']} aria-label={text.organizations.label}>
            <Sidebar
              onPicked={close}
              onAdd={() => {
                close()
                onAdd()
              }}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <p className={styles['summary']}>
        {connected}
        {attention !== null && (
          <>
            {' · '}
            <strong className={styles['attention']}>{attention}</strong>
          </>
        )}
      </p>
    </header>
  )
}
