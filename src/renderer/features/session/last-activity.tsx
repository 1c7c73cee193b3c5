import { ago } from '../../../text/format.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useLanguage } from '../../hooks/use-text.ts'

/** How long ago traffic was seen; refreshes itself. */
export function LastActivity({ at }: { readonly at: number }) {
  return <>{ago(useLanguage(), at, useNow())}</>
}
