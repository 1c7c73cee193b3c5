import type { HealthView } from '../../../contract/session-view.ts'
import { useText } from '../../hooks/use-text.ts'
import { Rich } from '../../ui/rich.tsx'
import { DEVICE_NAME } from '../link/device-name.ts'
import styles from './health-notes.module.css'

/** What explains the figures, and what the phone and support know this link by. */
export function HealthNotes({ health }: { readonly health: HealthView }) {
  const { online } = useText()
  const { failed, version, versionSource } = health
  return (
    <p className={styles['notes']}>
      {online.counted} {failed > 0 && <span data-testid="messages-failed">{online.failed(failed)}</span>}{' '}
      <Rich text={online.deviceName(DEVICE_NAME)} />{' '}
      {version !== '' && (
        <span data-testid="whatsapp-version">
          {online.version(version, online.versionSource[versionSource])}
        </span>
      )}
    </p>
  )
}
