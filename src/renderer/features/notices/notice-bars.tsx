import { Info, X } from 'lucide-react'
import { useState } from 'react'
import type { Notice } from '../../../contract/commands.ts'
import { useText } from '../../hooks/use-text.ts'
import styles from './notice-bars.module.css'

/** What the person should be told once, until they close it. */
export function NoticeBars({ notices }: { readonly notices: readonly Notice[] }) {
  const text = useText()
  const [dismissed, setDismissed] = useState<ReadonlySet<Notice>>(new Set())
  const shown = notices.filter((notice) => !dismissed.has(notice))
  if (shown.length === 0) return null
  return (
    <section aria-label={text.noticesLabel}>
      <ul className={styles['bars']}>
        {shown.map((notice) => (
          <li key={notice.code + detailOf(notice)} className={styles['bar']} data-testid="notice">
            <Info size={18} aria-hidden />
            <p>{text.notices[notice.code](detailOf(notice))}</p>
            <button
              type="button"
              className={styles['dismiss']}
              aria-label={text.dismiss}
              onClick={() => setDismissed(new Set([...dismissed, notice]))}
            >
              <X size={17} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function detailOf(notice: Notice): string {
  return notice.code === 'preferences-reset' ? notice.keptAs : notice.folder
}
