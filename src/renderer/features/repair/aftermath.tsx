import type { SessionView } from '../../../contract/session-view.ts'
import { useNow } from '../../hooks/use-now.ts'
import { FindingsCard } from './findings-card.tsx'
import { ReportCard } from './report-card.tsx'

/** For how long a report is worth its place on the screen, in milliseconds. */
const FRESH = 24 * 60 * 60 * 1000

/** Below the card: what the last repair did, or else what was found to be wrong. */
export function Aftermath({ session }: { readonly session: SessionView }) {
  const now = useNow()
  const { status, report } = session
  const linkless = status === 'unlinked' || status === 'scan' || status === 'linking'
  const about = 'about' in session ? session.about : null
  const fresh = report !== null && !linkless && now - report.at < FRESH
  return (
    <>
      {fresh && <ReportCard session={session} report={report} />}
      {about?.kind === 'findings' && !(fresh && report.step === 'verify') && (
        <FindingsCard session={session} findings={about.findings} />
      )}
    </>
  )
}
