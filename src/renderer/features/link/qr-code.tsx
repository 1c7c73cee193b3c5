import { Dialog } from '@base-ui/react/dialog'
import { Maximize2, Minimize2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { QrView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { QrCountdown } from './qr-countdown.tsx'
import styles from './qr-code.module.css'

interface QrCodeProps {
  readonly qr: QrView
  readonly name: string
}

/** The code, dark on white in both themes, and how long it lasts. A press, or F, lets it fill the window for a phone that sees badly. */
export function QrCode({ qr, name }: QrCodeProps) {
  const { link } = useText()
  const [large, setLarge] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isElsewhere(event.target)) return
      setLarge((was) => !was)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const picture = <img className={styles['picture']} src={qr.picture} alt={link.qr(name)} draggable={false} />
  return (
    <Dialog.Root open={large} onOpenChange={setLarge}>
      <Dialog.Trigger className={styles['paper']} data-testid="qr">
        {picture}
      </Dialog.Trigger>
      <div className={styles['under']}>
        <QrCountdown qr={qr} />
        <Dialog.Trigger render={<Button look="quiet" icon={Maximize2} title={link.enlarge} />}>
          <span className={styles['enlarge']}>{link.enlarge}</span>
        </Dialog.Trigger>
      </div>
      <Dialog.Portal>
        <Dialog.Popup className={styles['large']} aria-label={link.qr(name)} data-large-qr>
          {picture}
          <div className={styles['foot']}>
            <QrCountdown qr={qr} />
            <Dialog.Close render={<Button look="outline" icon={Minimize2} />}>{link.shrink}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Somebody types, or answers a dialog: F means the letter. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role="dialog"]:not([data-large-qr])') !== null
  )
}
