import { Globe, Router } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { NetworkUse } from '../../../contract/network.ts'
import { useText } from '../../hooks/use-text.ts'
import { forgetProxySignIn, readNetwork, useEnlace } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { NetworkTest } from './network-test.tsx'
import { ProxySignInForm } from './proxy-sign-in-form.tsx'
import styles from './network-panel.module.css'

/** How this computer reaches WhatsApp, what a proxy on the way is told, and the test of the whole way. */
export function NetworkPanel() {
  const { network: words } = useText()
  const [use, setUse] = useState<NetworkUse | null>(null)
  const asking = useAskingProxy()
  const read = () => void readNetwork().then(setUse)
  useEffect(() => {
    let shown = true
    void readNetwork().then((found) => {
      if (shown) setUse(found)
    })
    return () => {
      shown = false
    }
  }, [])
  const user = use?.user ?? null
  const proxy = asking ?? use?.proxy ?? null
  const Icon = proxy === null ? Globe : Router

  return (
    <>
      <section className={styles['use']} aria-label={words.use}>
        <h3 className={styles['label']}>{words.use}</h3>
        {use && (
          <p className={styles['way']} data-testid="network-use" data-proxy={proxy ?? ''}>
            <Icon size={20} aria-hidden />
            {proxy === null ? words.direct : words.proxy(proxy)}
          </p>
        )}
        {proxy !== null && <p className={styles['why']}>{words.proxyWhy}</p>}
      </section>
      {proxy !== null && user !== null && asking === null && (
        <div className={styles['known']}>
          <p>{words.signedIn(user)}</p>
          <Button
            look="quiet"
            data-testid="forget-proxy"
            onClick={() => void forgetProxySignIn(proxy).then(read)}
          >
            {words.forget}
          </Button>
        </div>
      )}
      {asking !== null && <ProxySignInForm key={asking} proxy={asking} onSaved={read} />}
      <NetworkTest onDone={read} />
    </>
  )
}

/** The proxy that waits for somebody to sign in. */
function useAskingProxy(): string | null {
  return useEnlace(({ notices }) => {
    for (const notice of notices) {
      if (notice.code === 'proxy-sign-in' || notice.code === 'proxy-sign-in-refused') return notice.proxy
    }
    return null
  })
}
