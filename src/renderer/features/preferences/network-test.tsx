import { Ban, Check, CircleDashed, LoaderCircle, type LucideIcon, Minus } from 'lucide-react'
import { useRef, useState } from 'react'
import { NETWORK_STEPS, type NetworkStep, type StepReport } from '../../../contract/network.ts'
import type { Text } from '../../../text/es/text.ts'
import { useText } from '../../hooks/use-text.ts'
import { testNetwork } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './network-test.module.css'

type Result = StepReport['result'] | 'waiting' | 'running'
type Reports = Readonly<Partial<Record<NetworkStep, StepReport>>>

const ICONS: Readonly<Record<Result, LucideIcon>> = {
  waiting: CircleDashed,
  running: LoaderCircle,
  ok: Check,
  skipped: Minus,
  failed: Ban,
}

/** The way to WhatsApp as a list that ticks, and what to do at the first step that fails. */
export function NetworkTest({ onDone }: { readonly onDone: () => void }) {
  const text = useText()
  const words = text.network
  const [reports, setReports] = useState<Reports | null>(null)
  const [running, setRunning] = useState<NetworkStep | null>(null)
  const testing = useRef(false)

  const test = async () => {
    if (testing.current) return
    testing.current = true
    let found: Reports = {}
    setReports(found)
    for (const step of NETWORK_STEPS) {
      setRunning(step)
      const report = await testNetwork(step)
      if (report === null) break
      found = { ...found, [step]: report }
      setReports(found)
      // What comes after it could only fail for the same reason.
      if (report.result === 'failed') break
    }
    setRunning(null)
    testing.current = false
    onDone()
  }

  return (
    <section className={styles['test']} aria-label={words.test}>
      <div className={styles['top']}>
        <Button
          data-testid="network-test"
          disabled={running !== null}
          focusableWhenDisabled
          onClick={() => void test()}
        >
          {words.test}
        </Button>
        <p className={styles['why']}>{words.testWhy}</p>
      </div>
      {reports && (
        <ol className={styles['steps']}>
          {NETWORK_STEPS.map((step) => {
            const result = running === step ? 'running' : (reports[step]?.result ?? 'waiting')
            const Icon = ICONS[result]
            return (
              <li
                key={step}
                className={styles['step']}
                data-testid="network-step"
                data-step={step}
                data-result={result}
              >
                <Icon size={18} aria-hidden />
                <span className={styles['name']}>{words.steps[step]}</span>
                <span className={styles['result']}>{words.results[result]}</span>
                <span className={styles['detail']}>{detailOf(step, reports[step], text)}</span>
              </li>
            )
          })}
        </ol>
      )}
      <p className={styles['outcome']} role="status" data-testid="network-advice">
        {running === null && reports && outcomeOf(reports, text)}
      </p>
    </section>
  )
}

function detailOf(step: NetworkStep, report: StepReport | undefined, { network: words }: Text): string {
  if (!report || report.result === 'skipped') return ''
  if (report.result === 'ok') return step === 'tls' ? words.issuer(report.detail) : report.detail
  return step === 'clock' ? words.clockOff(report.detail) : report.detail
}

function outcomeOf(reports: Reports, { network: words }: Text): string {
  for (const report of Object.values(reports)) {
    if (report.result === 'failed') return words.advice[report.trouble]
  }
  return NETWORK_STEPS.every((step) => reports[step]) ? words.allGood : ''
}
