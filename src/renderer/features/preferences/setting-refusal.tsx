import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './setting.module.css'

/** Why a choice was not kept, beside it. */
export function SettingRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const text = useText()
  if (refusal === null) return null
  return (
    <p className={styles['error']} role="alert">
      {text.preferences.failed} {text.errors[refusal.code](refusal.params)}
    </p>
  )
}
