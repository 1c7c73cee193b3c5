import { CircleAlert } from 'lucide-react'
import type { StartupProblem } from '../../../contract/commands.ts'
import { useText } from '../../hooks/use-text.ts'
import { ProblemPage } from './problem-page.tsx'

/** Why nothing can run at all, and what to do about it. */
export function BlockedPage({ problem }: { readonly problem: StartupProblem }) {
  const text = useText()
  return <ProblemPage icon={CircleAlert} words={text.blocked[problem.code]} detail={detailOf(problem)} />
}

function detailOf(problem: StartupProblem): string {
  switch (problem.code) {
    case 'data-folder-unwritable':
      return problem.folder
    case 'whatsapp-url-refused':
      return problem.url
    case 'passkey-way-refused':
      return problem.way
    case 'simulator-failed':
    case 'start-failed':
      return problem.reason
  }
}
