import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { App } from './app.tsx'
import { startMirror, startPainting, startRequests } from './store.ts'

const mirror = startMirror()
startRequests()
startPainting()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App onRetry={mirror.attach} />
    </StrictMode>,
  )
}
