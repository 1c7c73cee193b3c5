import { ago } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage } from '../../hooks/use-text.ts'

/** How long ago something was; refreshes itself. */
export function Ago({ at }: { readonly at: number }) {
  return <>{ago(useLanguage(), at, useNow())}</>
}
