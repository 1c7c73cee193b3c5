import type { PasskeyTrouble } from '../../../contract/passkey.ts'
import { useText } from '../../hooks/use-text.ts'
import { SupportCode } from '../../ui/support-code.tsx'
import { GuideButton } from '../guide/guide-button.tsx'
import note from '../link/setback-note.module.css'

/** Over another try: what the one before came to. The line is always there, so that what comes into it is read out. */
export function PasskeyTroubleNote({ trouble }: { readonly trouble: PasskeyTrouble | null }) {
  const { passkey } = useText()
  return (
    <div role="status">
      {trouble !== null && (
        <div className={note['note']} data-testid="passkey-trouble" data-trouble={trouble}>
          <p>{passkey.troubles[trouble]}</p>
          <div className={note['code']}>
            <SupportCode cause="passkey-required" />
            <GuideButton place="passkey-required" />
          </div>
        </div>
      )}
    </div>
  )
}
