import { Info } from 'lucide-react'
import { useState } from 'react'
import { isCauseCode } from '../../../contract/cause.ts'
import type { Notice } from '../../../contract/commands.ts'
import { shortName } from '../../format/short-name.ts'
import { useText } from '../../hooks/use-text.ts'
import { openPreferences, practiceRestart, selectOrganization } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { SupportCode } from '../../ui/support-code.tsx'
import { GuideButton } from '../guide/guide-button.tsx'
import bar from './bar.module.css'
import { DismissButton } from './dismiss-button.tsx'
import styles from './notice-bars.module.css'

/** What the person should be told, each until they close it or it is over. */
export function NoticeBars({ notices }: { readonly notices: readonly Notice[] }) {
  const text = useText()
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const shown = notices.filter((notice) => !dismissed.has(keyOf(notice)))
  if (shown.length === 0) return null
  return (
    <section aria-label={text.noticesLabel}>
      <ul className={styles['bars']}>
        {shown.map((notice) => (
          <li key={keyOf(notice)} className={bar['bar']} data-testid="notice" data-notice={notice.code}>
            <Info size={18} aria-hidden />
            <p>{text.notices[notice.code](detailOf(notice), nameOf(notice), sessionNameOf(notice))}</p>
            {isCauseCode(notice.code) && (
              <>
                <SupportCode cause={notice.code} />
                <GuideButton place={notice.code} />
              </>
            )}
            {notice.code === 'old-session' && (
              <Button
                look="quiet"
                data-testid="show-organization"
                onClick={() => selectOrganization(notice.organizationId)}
              >
                {text.showOrganization}
              </Button>
            )}
            {isProxyNotice(notice) && (
              <Button look="quiet" data-testid="proxy-sign-in" onClick={() => openPreferences('network')}>
                {text.network.signInButton}
              </Button>
            )}
            {notice.code === 'simulator-ended' ? (
              <Button look="quiet" data-testid="practice-restart" onClick={() => void practiceRestart()}>
                {text.practice.restart}
              </Button>
            ) : (
              <DismissButton onClick={() => setDismissed(new Set([...dismissed, keyOf(notice)]))} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isProxyNotice({ code }: Notice): boolean {
  return code === 'proxy-sign-in' || code === 'proxy-sign-in-refused'
}

/** The same notice arrives anew with every push, so it is known by what it says. */
function keyOf(notice: Notice): string {
  return `${notice.code} ${notice.code === 'old-session' ? notice.organizationId : detailOf(notice)}`
}

function detailOf(notice: Notice): string {
  switch (notice.code) {
    case 'preferences-reset':
    case 'pin-reset':
    case 'installation-reset':
      return notice.keptAs
    case 'folder-unreadable':
    case 'duplicate-identity':
    case 'folder-renamed':
    case 'import-refused':
      return notice.folder
    case 'synced-folder':
      return notice.service
    case 'old-session':
      return String(notice.days)
    case 'proxy-sign-in':
    case 'proxy-sign-in-refused':
      return notice.proxy
    case 'simulator-ended':
      return ''
  }
}

function nameOf(notice: Notice): string {
  return 'name' in notice ? shortName(notice.name) : ''
}

/** The name that a renamed folder has to have again. */
function sessionNameOf(notice: Notice): string {
  return 'sessionName' in notice ? notice.sessionName : ''
}
