import { AppWindow, LogOut, Power } from 'lucide-react'
import { useText } from '../../hooks/use-text.ts'
import { closeWindow, useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Point } from '../../ui/point.tsx'
import { Sheet, SheetActions } from '../../ui/sheet.tsx'
import styles from './farewell-dialog.module.css'

/** Says, when the window is closed, that Enlace goes on: where it is then, how to come back, how to end it. */
export function FarewellDialog() {
  const { farewell: words } = useText()
  const { open, tray } = useEnlace((state) => state.farewell)
  const about = tray ? words.tray : words.noTray
  return (
    <Sheet
      open={open}
      onClose={() => void closeWindow('stay')}
      title={words.title}
      initialFocus='[data-testid="leave-window"]'
      testId="farewell"
    >
      <ul className={styles['points']}>
        <Point icon={Power} tone="connected" title={words.connected} body={about.where} />
        <Point icon={AppWindow} title={words.back} body={about.back} />
        <Point icon={LogOut} title={words.end} body={about.end} />
      </ul>
      {tray && <p className={styles['once']}>{words.once}</p>}
      <SheetActions>
        <Button data-testid="quit-enlace" onClick={() => void closeWindow('quit')}>
          {words.quit}
        </Button>
        <Button look="primary" data-testid="leave-window" onClick={() => void closeWindow('leave')}>
          {words.leave}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
