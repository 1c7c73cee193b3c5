import type { Failure } from '../../../contract/result.ts'
import { useText } from '../../hooks/use-text.ts'
import { FailureLine } from '../../ui/failure-line.tsx'

/** Why a choice was not kept, beside it. */
export function SettingRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { failed } = useText().preferences
  return <FailureLine failure={refusal} what={failed} />
}
